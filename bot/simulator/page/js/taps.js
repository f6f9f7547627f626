// Pressing inline buttons: each one spins until its own tap is answered, however late that is. The answer comes as an event of
// the chat, so that no tap holds a connection while it waits.

import { post } from "./server.js";

/** late is how long a tap waits before the person is told; lost, how long the bot can be away and still get it. */
const late = 5_000;
const lost = 150_000;

export class Taps {
  /** phone has chat, notices and find(message, data), which gives the drawn buttons. */
  constructor(phone) {
    this.phone = phone;
    this.waiting = new Map(); // "message data" → query id, "" until it is known
    this.early = new Set(); // queries that were answered before their ids were known here
  }

  async tap(message, row, col, data) {
    const key = `${message} ${data}`;
    if (this.waiting.has(key)) return;
    const chat = this.phone.chat;
    this.set(key, "");
    try {
      const { query_id } = await post(`/sim/chats/${chat.id}/tap`, { message_id: message, row, col });
      if (chat !== this.phone.chat) return;
      if (query_id && !this.early.delete(query_id)) this.wait(key, query_id);
      else this.end(key);
    } catch (err) {
      if (chat !== this.phone.chat) return;
      this.end(key);
      // The button went away between the eye and the finger: the chat shows what it is now.
      this.phone.notices.show({ text: err.status === 404 ? "Tombol ini sudah berubah." : err.message });
    }
  }

  /** wait is for a tap that the server has taken. */
  wait(key, query) {
    this.set(key, query);
    const waits = () => this.waiting.get(key) === query;
    setTimeout(() => waits() && this.comfort(), late);
    setTimeout(() => waits() && this.giveUp(key), lost);
  }

  comfort() {
    this.comforted?.(); // once is enough
    this.comforted = this.phone.notices.show({ text: "Bot belum menjawab. Ketukan Anda menunggu." });
  }

  giveUp(key) {
    this.end(key);
    this.phone.notices.show({ text: "Bot terlalu lama tidak menjawab. Silakan ketuk lagi." });
  }

  /** answered ends the waiting of a tap, and shows what the bot said. */
  answered(toast) {
    const key = [...this.waiting.keys()].find((k) => this.waiting.get(k) === toast.query_id);
    if (key) this.end(key);
    else this.early.add(toast.query_id);
    this.comforted?.();
    if (toast.text) this.phone.notices.show(toast);
  }

  /** reset takes the taps that wait as the server has them: after a reload, or when answers were missed. */
  reset(taps) {
    this.forget();
    for (const t of taps) this.wait(`${t.message_id} ${t.data}`, t.query_id);
  }

  set(key, query) {
    this.waiting.set(key, query);
    this.refresh(key);
  }

  end(key) {
    this.waiting.delete(key);
    this.refresh(key);
  }

  refresh(key) {
    const [message, ...data] = key.split(" ");
    for (const node of this.phone.find(message, data.join(" "))) this.show(node, message, data.join(" "));
  }

  /** show puts the spinner on a button, or takes it away. */
  show(node, message, data) {
    const waits = this.waiting.has(`${message} ${data}`);
    node.classList.toggle("waiting", waits);
    if (waits) node.setAttribute("aria-busy", "true");
    else node.removeAttribute("aria-busy");
  }

  forget() {
    for (const key of [...this.waiting.keys()]) this.end(key);
    this.early.clear();
  }
}

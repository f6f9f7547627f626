// Pressing inline buttons: each one spins until its own tap is answered, however late that is.

import { post } from "./server.js";

/** givenUp is how long the bot can be away and still get the tap. */
const givenUp = 150_000;

export class Taps {
  /** phone has chat, notices and find(message, data), which gives the drawn buttons. */
  constructor(phone) {
    this.phone = phone;
    this.waiting = new Map(); // "message data" → query id, "" until it is known
    this.seen = new Set(); // queries whose answer was shown: it comes with the tap and as an event
  }

  async tap(message, row, col, data) {
    const key = `${message} ${data}`;
    if (this.waiting.has(key)) return;
    const chat = this.phone.chat;
    this.set(key, "");
    try {
      const out = await post(`/sim/chats/${chat.id}/tap`, { message_id: message, row, col });
      if (chat !== this.phone.chat) return;
      if (out.answered || !out.query_id) this.end(key);
      else this.late(key, out.query_id);
      if (out.toast) this.answered(out.toast);
    } catch (err) {
      if (chat !== this.phone.chat) return;
      this.end(key);
      // The button went away between the eye and the finger: the chat shows what it is now.
      this.phone.notices.show({ text: err.status === 404 ? "Tombol ini sudah berubah." : err.message });
    }
  }

  /** late is for a bot that does not answer for now. */
  late(key, query) {
    if (this.seen.has(query)) return this.end(key);
    this.set(key, query);
    this.comfort?.();
    this.comfort = this.phone.notices.show({ text: "Bot belum menjawab. Ketukan Anda menunggu." });
    setTimeout(() => {
      if (this.waiting.get(key) !== query) return;
      this.end(key);
      this.phone.notices.show({ text: "Bot terlalu lama tidak menjawab. Silakan ketuk lagi." });
    }, givenUp);
  }

  /** answered shows the answer to a tap, once. */
  answered(toast) {
    for (const [key, query] of this.waiting) if (query === toast.query_id) this.end(key);
    if (this.seen.has(toast.query_id)) return;
    this.seen.add(toast.query_id);
    this.comfort?.();
    if (toast.text || toast.url) this.phone.notices.show(toast);
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
    this.waiting.clear();
    this.seen.clear();
  }
}

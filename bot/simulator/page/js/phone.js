// One phone: whose it is, the chat with the bot, and what the person can do in it.

import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { fromTemplate } from "./dom.js";
import { drops } from "./drop.js";
import { Messages } from "./messages.js";
import { messageMenu, phoneMenu } from "./menus.js";
import { Notices } from "./notices.js";
import { officeOf, roleOf } from "./people.js";
import { rove } from "./rove.js";
import { acts } from "./acts.js";
import { Taps } from "./taps.js";
import { initials, short, summary } from "./words.js";

export class Phone {
  /** on has choose(phone), unread(phone) and changed(phone, message), for what came in or changed. */
  constructor(people, on) {
    this.people = people;
    this.on = on;
    this.unread = 0;
    this.node = fromTemplate("phone").firstElementChild;
    this.part = (name) => this.node.querySelector(`.${name}`);
    this.notices = new Notices(this.part("toasts"), this.part("frame"));
    this.taps = new Taps(this);
    this.acts = acts(this);
    this.list = new Messages(this.part("messages"), this.acts, { moved: (atEnd) => this.moved(atEnd) });
    this.settle = rove(this.part("messages"));
    this.composer = new Composer(this, this.part("below"));
    this.part("person").addEventListener("click", () => on.choose(this));
    this.part("more").addEventListener("click", (e) => phoneMenu(this, e.currentTarget));
    this.part("to-end").addEventListener("click", () => this.list.toEnd());
    drops(this);
  }

  /** become shows the chat of another person. */
  async become(person) {
    this.person = person;
    this.taps.forget();
    this.notices.clear();
    this.doing("");
    this.count(0);
    this.chat = new Chat(person.id, this);
    this.composer.become();
    this.label();
    // Without an answer the chat comes with everything else, once the demo is there again.
    await this.chat.load().catch((err) => this.notices.show({ text: err.message }));
  }

  /** label writes whose phone it is. */
  label() {
    const p = this.person;
    const name = p.about?.split(" · ")[0] || p.name;
    this.node.dataset.role = roleOf(p);
    this.node.dataset.hue = String(p.id % 7);
    this.node.setAttribute("aria-label", `HP ${roleOf(p)}: ${p.name}`);
    this.part("avatar").textContent = initials(p.name);
    this.part("name").textContent = p.name;
    this.part("role").textContent = roleOf(p);
    this.part("office").textContent = officeOf(p);
    this.part("person").title = [name, p.about?.split(" · ")[1], officeOf(p)].filter(Boolean).join("\n");
    this.part("title").textContent = this.people.bot.first_name;
    this.part("messages").setAttribute("aria-label", `Percakapan ${p.name} dengan bot`);
  }

  // What the chat tells of.

  reset() {
    this.list.reset(this.chat.messages);
    this.taps.reset(this.chat.taps);
    this.count(0);
    this.composer.refresh();
    this.settle();
    this.on.changed(this);
  }

  added(m) {
    this.list.added(!m.out);
    if (m.out) {
      this.doing("");
      this.say(`Pesan baru untuk ${this.person.name}: ${summary(m)}`);
      if (!this.list.atEnd || !this.visible()) this.count(this.unread + 1);
    }
    this.composer.refresh();
    this.settle();
    this.on.changed(this, m);
  }

  edited(m, i, before) {
    this.list.edited(m, i);
    if (m.out && summary(m) !== summary(before)) this.say(`Pesan berubah: ${summary(m)}`);
    if (m.reaction && m.reaction !== before.reaction) this.say(`Tanggapan bot: ${m.reaction}`);
    this.settle();
    this.on.changed(this, m);
  }

  removed(id, i) {
    this.list.removed(id, i);
    this.composer.refresh();
    this.on.changed(this);
  }

  keyboard() {
    this.composer.refresh();
    this.on.changed(this);
  }

  commands() {
    this.composer.refresh();
  }

  action(action) {
    this.doing(action.startsWith("upload") ? "mengirim berkas…" : "mengetik…");
  }

  toast(toast) {
    this.taps.answered(toast);
  }

  // What is seen of it.

  find(message, data) {
    const buttons = this.list.row(message)?.querySelectorAll(".key") ?? [];
    return [...buttons].filter((b) => b.dataset.data === data);
  }

  /** doing shows what the bot does; it is over after a few seconds, as in any messenger. */
  doing(words) {
    clearTimeout(this.doingEnds);
    this.part("doing").textContent = words || "bot";
    this.part("doing").classList.toggle("busy", Boolean(words));
    if (words) this.doingEnds = setTimeout(() => this.doing(""), 5500);
  }

  say(words) {
    this.part("heard").textContent = short(words, 300);
  }

  visible() {
    return this.node.checkVisibility() && !document.hidden;
  }

  moved(atEnd) {
    this.part("to-end").hidden = atEnd;
    if (atEnd && this.visible()) this.count(0);
  }

  count(n) {
    this.unread = n;
    this.part("count").textContent = String(n);
    this.part("count").hidden = n === 0;
    this.part("to-end").setAttribute("aria-label", n ? `Ke pesan terakhir, ${n} belum dibaca` : "Ke pesan terakhir");
    this.on.unread(this);
  }

  menu(m, e) {
    messageMenu(this, m, e);
  }
}

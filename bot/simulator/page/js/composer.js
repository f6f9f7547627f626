// The field below a chat: words, replies, changes of what was said, the menu, files, and the keyboard that a bot sends.

import { act, send } from "./acts.js";
import { Commands } from "./commands.js";
import { fromTemplate } from "./dom.js";
import { drafts } from "./drafts.js";
import { Keys } from "./keys.js";
import { pick } from "./upload.js";
import { short, summary } from "./words.js";

export class Composer {
  constructor(phone, box) {
    this.phone = phone;
    box.append(fromTemplate("composer"));
    this.part = (name) => box.querySelector(`.${name}`);
    this.field = box.querySelector("textarea");
    this.about = null; // { kind: "reply" | "edit" | "forced", message }
    this.commands = new Commands(phone, this);
    this.keys = new Keys(phone, this);
    this.part("composer").addEventListener("submit", (e) => this.submit(e));
    this.part("reply-off").addEventListener("click", () => this.done());
    this.part("start").addEventListener("click", () => this.start());
    this.field.addEventListener("keydown", (e) => this.key(e));
    this.field.addEventListener("input", () => this.typed());
    pick(phone, this.part("attach"), box.querySelector("input[type=file]"));
  }

  /** refresh shows what the chat asks for now. */
  refresh() {
    const { chat, person } = this.phone;
    const label = person.blocked ? "Buka blokir" : chat.asOf && !chat.messages.length ? "Mulai" : "";
    this.part("start").textContent = label;
    this.part("start").hidden = !label;
    this.part("composer").hidden = Boolean(label);
    this.field.setAttribute("aria-label", `Tulis pesan sebagai ${person.name}`);
    this.keys.show(label ? null : chat.keyboard);
    this.force(chat.keyboard);
    this.commands.refresh();
  }

  /** force is a reply that the bot asks for. */
  force(keyboard) {
    if (!keyboard?.force_reply) {
      if (this.about?.kind === "forced") this.done();
      return;
    }
    const message = this.phone.chat.messages.findLast((m) => m.keyboard?.force_reply);
    if (!message || this.about) return;
    this.set("forced", message);
    this.field.placeholder = keyboard.input_field_placeholder || "Tulis balasan";
  }

  reply(message) {
    this.set("reply", message);
    this.field.focus();
  }

  edit(message) {
    this.set("edit", message);
    this.field.value = message.text;
    this.typed();
    this.field.focus();
  }

  set(kind, message) {
    this.about = { kind, message };
    this.part("reply").hidden = false;
    const words = { edit: "Mengubah: ", reply: "Membalas: ", forced: "Membalas: " }[kind];
    this.part("reply-words").textContent = words + short(summary(message), 90);
  }

  done() {
    const edited = this.about?.kind === "edit";
    this.about = null;
    this.part("reply").hidden = true;
    this.field.placeholder = "Tulis pesan";
    if (edited) this.field.value = drafts.of(this.phone.person); // what was typed before
    this.typed();
  }

  /** become takes up what the person was typing when this was somebody else's phone, or before a reload. */
  become() {
    this.about = null;
    this.part("reply").hidden = true;
    this.field.placeholder = "Tulis pesan";
    this.field.value = drafts.of(this.phone.person);
    this.commands.close();
    this.grow();
  }

  clear() {
    this.field.value = "";
    if (this.about?.kind !== "edit") drafts.keep(this.phone.person, "");
    this.done();
    this.commands.close();
  }

  async submit(e) {
    e.preventDefault();
    const text = this.field.value.trim();
    if (!text || this.sending) return;
    const [chat, about] = [this.phone.chat, this.about];
    this.sending = true;
    const ok =
      about?.kind === "edit"
        ? await act(this.phone, "edit", { message_id: about.message.message_id, text })
        : await send(this.phone, text, about?.message.message_id);
    this.sending = false;
    if (ok && chat === this.phone.chat && this.field.value.trim() === text) this.clear();
  }

  start() {
    const { person } = this.phone;
    if (person.blocked) act(this.phone, "block", { blocked: false });
    else send(this.phone, "/start");
    this.field.focus();
  }

  key(e) {
    if (this.commands.key(e)) return;
    if (e.key === "Escape" && this.about) this.done();
    else if (e.key === "Enter" && !e.shiftKey && !e.isComposing) this.part("composer").requestSubmit();
    else return;
    e.preventDefault();
  }

  typed() {
    if (this.about?.kind !== "edit") drafts.keep(this.phone.person, this.field.value);
    this.commands.suggest(this.field.value);
    this.grow();
  }

  /** grow makes the field as high as its words. */
  grow() {
    this.field.style.setProperty("height", "auto");
    this.field.style.setProperty("height", `${this.field.scrollHeight}px`);
  }
}

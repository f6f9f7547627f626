// The keyboard that a bot puts in the place of the person's own.

import { act } from "./acts.js";
import { ask } from "./dialog.js";
import { el } from "./dom.js";

export class Keys {
  constructor(phone, composer) {
    this.phone = phone;
    this.box = composer.part("keys");
    this.toggle = composer.part("keys-toggle");
    this.shown = null;
    this.toggle.addEventListener("click", () => this.fold(!this.box.hidden));
  }

  /** show takes the keyboard of a chat, null for none. A new one is opened. */
  show(keyboard) {
    const rows = keyboard?.keyboard ?? null;
    const same = JSON.stringify(rows) === JSON.stringify(this.shown);
    if (same) return;
    this.shown = rows;
    this.toggle.hidden = !rows;
    this.box.replaceChildren(...(rows ?? []).map((keys, row) => this.line(keys, row)));
    this.fold(!rows);
  }

  line(keys, row) {
    return el(
      "div.line",
      {},
      ...keys.map((key, col) =>
        el("button.reply-key", { type: "button", "data-style": key.style, onclick: () => this.press(key, row, col) }, key.text),
      ),
    );
  }

  fold(away) {
    this.box.hidden = away;
    this.toggle.setAttribute("aria-expanded", String(!away));
  }

  async press(key, row, col) {
    if (key.request_contact && !(await this.agrees())) return;
    act(this.phone, "tap", { key: true, row, col });
  }

  /** agrees asks before a phone number is given away, as Telegram does. */
  agrees() {
    const { name, phone } = this.phone.person;
    return ask({
      over: this.phone.part("frame"),
      title: "Bagikan nomor HP Anda?",
      text: `Bot akan menerima nomor ${phone} milik ${name}.`,
      actions: [
        { label: "Batal", value: false },
        { label: "Bagikan", value: true, kind: "solid" },
      ],
    });
  }
}

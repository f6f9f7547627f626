// The menu of commands: those of the person's role, by the button or by typing a slash.

import { send } from "./acts.js";
import { el } from "./dom.js";
import { keys } from "./popup.js";

export class Commands {
  constructor(phone, composer) {
    this.phone = phone;
    this.composer = composer;
    this.box = composer.part("commands");
    this.button = composer.part("menu");
    this.button.addEventListener("click", () => (this.box.hidden ? this.open("") : this.close()));
    this.box.addEventListener("keydown", (e) => keys(e, this.box, () => this.back()));
    phone.node.addEventListener("focusout", (e) => {
      if (!this.box.hidden && e.relatedTarget && !phone.part("below").contains(e.relatedTarget)) this.close();
    });
  }

  refresh() {
    this.button.hidden = !this.phone.chat.menu.length;
    if (!this.box.hidden) this.draw(this.filter);
  }

  /** open shows the commands that begin so. */
  open(filter) {
    this.draw(filter);
    if (!this.box.childElementCount) return this.close();
    this.box.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    if (filter === "") this.box.firstElementChild.focus();
  }

  draw(filter) {
    this.filter = filter;
    const fitting = this.phone.chat.menu.filter((c) => `/${c.command}`.startsWith(filter));
    this.box.replaceChildren(
      ...fitting.map((c) =>
        el(
          "button",
          { type: "button", role: "menuitem", onclick: () => this.choose(c) },
          el("span.command", {}, `/${c.command}`),
          el("span.meaning", {}, c.description),
        ),
      ),
    );
  }

  choose(command) {
    this.composer.clear();
    this.back();
    send(this.phone, `/${command.command}`);
  }

  close() {
    this.box.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  back() {
    this.close();
    this.composer.field.focus();
  }

  /** suggest opens the menu while a command is typed. */
  suggest(text) {
    if (/^\/[a-z0-9_]*$/.test(text)) this.open(text);
    else this.close();
  }

  /** key moves from the field into the menu; it tells whether it took the key. */
  key(e) {
    if (this.box.hidden || !["ArrowDown", "ArrowUp", "Escape"].includes(e.key)) return false;
    e.preventDefault();
    if (e.key === "Escape") this.close();
    else (e.key === "ArrowUp" ? this.box.lastElementChild : this.box.firstElementChild).focus();
    return true;
  }
}

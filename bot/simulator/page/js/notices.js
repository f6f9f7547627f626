// Short notices over a chat, as the answer to a tap brings them. An alert waits for OK.

import { ask } from "./dialog.js";
import { el } from "./dom.js";

export class Notices {
  constructor(box, frame) {
    this.box = box;
    this.frame = frame;
  }

  /** show takes a toast: text, and alert when it is one. It gives the way to take it away early. */
  show({ text, alert }) {
    if (alert && text) ask({ over: this.frame, role: "alertdialog", text, actions: [{ label: "OK", value: true, kind: "solid" }] });
    if (alert || !text) return () => {};
    const node = el("p.toast", {}, text);
    this.box.append(node);
    while (this.box.childElementCount > 2) this.box.firstElementChild.remove();
    setTimeout(() => node.classList.add("going"), 2600 + 45 * text.length);
    setTimeout(() => node.remove(), 3000 + 45 * text.length);
    return () => node.remove();
  }

  clear() {
    this.box.replaceChildren();
  }
}

// Questions that stand over one phone: who else waits until they are answered.

import { el } from "./dom.js";

let count = 0;

/**
 * ask shows a question over an element and gives the value of the action that was chosen, null for Escape.
 * A body can end the dialog itself: as a function it gets close(value).
 */
export function ask({ over, title, text, body, actions = [], role = "dialog", kind = "" }) {
  return new Promise((resolve) => {
    const name = `dialog-${++count}`;
    const dialog = el(`dialog.dialog${kind && `.${kind}`}`, { role, "aria-modal": "true" });
    const close = (value) => {
      dialog.close();
      dialog.remove();
      stop();
      resolve(value);
    };
    if (title) dialog.append(el("h2", { id: name }, title));
    if (text) dialog.append(el("p.dialog-text", { id: `${name}-text` }, text));
    dialog.setAttribute("aria-labelledby", title ? name : `${name}-text`);
    if (body) dialog.append(typeof body === "function" ? body(close) : body);
    if (actions.length) dialog.append(buttons(actions, close));
    dialog.addEventListener("cancel", (e) => {
      e.preventDefault();
      close(null);
    });
    dialog.addEventListener("click", (e) => {
      if (e.target === dialog && role !== "alertdialog") close(null); // beside it
    });
    document.body.append(dialog);
    const stop = stayOver(dialog, over);
    dialog.showModal();
    dialog.querySelector("[data-first]")?.focus();
  });
}

function buttons(actions, close) {
  return el(
    "div.actions",
    {},
    ...actions.map(({ label, value, kind = "plain" }, i) => {
      const first = i === actions.length - 1 ? { "data-first": "" } : {};
      return el(`button.${kind}`, { type: "button", onclick: () => close(value), ...first }, label);
    }),
  );
}

/** stayOver keeps a dialog in the middle of an element, also when the window changes. */
function stayOver(dialog, over) {
  const place = () => {
    const box = (over ?? document.body).getBoundingClientRect();
    const set = (name, px) => dialog.style.setProperty(name, `${Math.round(px)}px`);
    set("--x", box.left + box.width / 2);
    set("--y", box.top + box.height / 2);
    set("--w", box.width);
    set("--h", box.height);
  };
  place();
  window.addEventListener("resize", place);
  return () => window.removeEventListener("resize", place);
}

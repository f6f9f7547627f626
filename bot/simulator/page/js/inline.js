// The buttons below a message, exactly as they were sent: rows, words and colours.

import { el, icon } from "./dom.js";

export function drawButtons(m, acts) {
  const box = el("div.buttons");
  m.reply_markup.inline_keyboard.forEach((buttons, row) => {
    const line = el("div.line");
    buttons.forEach((button, col) => line.append(drawButton(m, button, row, col, acts)));
    box.append(line);
  });
  return box;
}

function drawButton(m, button, row, col, acts) {
  const [mark, onclick] = purpose(m, button, row, col, acts);
  const node = el("button.key", { type: "button", onclick, "data-style": button.style }, el("span", {}, button.text));
  if (mark) node.append(icon(mark));
  if (button.callback_data !== undefined) {
    node.dataset.data = button.callback_data;
    acts.taps.show(node, m.message_id, button.callback_data);
  }
  return node;
}

/** purpose is the small mark of a button and what it does. */
function purpose(m, button, row, col, acts) {
  if (button.callback_data !== undefined) return [null, () => acts.taps.tap(m.message_id, row, col, button.callback_data)];
  if (button.url) return ["out", (e) => acts.link(button.url, e)];
  if (button.copy_text) return ["copy", () => acts.copy(button.copy_text.text)];
  return [null, () => acts.toast({ text: "Tombol ini tidak tersedia di demo." })];
}

// One message as it stands in the chat.

import { el, icon } from "./dom.js";
import { draw as drawText } from "./entities.js";
import { drawFile } from "./file.js";
import { drawButtons } from "./inline.js";
import { day, short, summary, time } from "./words.js";

/** drawRow is a message in its place: the day before it when a new one begins, the bubble, and its buttons. */
export function drawRow(m, before, acts) {
  const today = day(m.date);
  const row = el(m.out ? "div.row.from-bot" : "div.row.from-me", { "data-id": String(m.message_id) });
  if (!before || day(before.date) !== today) row.append(el("p.day", {}, today));
  row.append(el("div.body", {}, drawBubble(m, acts), m.reply_markup && drawButtons(m, acts)));
  return row;
}

function drawBubble(m, acts) {
  const bubble = el("div.bubble", { oncontextmenu: (e) => acts.menu(m, e) });
  bubble.append(el("span.hidden", {}, m.out ? "Bot: " : "Anda: "));
  if (m.reply_to_message) bubble.append(replied(m.reply_to_message, acts));
  const file = drawFile(m);
  if (file) bubble.append(file);
  const text = m.text || m.caption;
  if (text) bubble.append(el("div.text", {}, ...drawText(text, m.entities || m.caption_entities, acts)));
  bubble.append(foot(m), about(m, acts));
  if (m.reaction) bubble.append(reacted(m.reaction));
  return bubble;
}

/** reacted is the emoji with which the bot has answered the message, in place of words. */
const reacted = (emoji) => el("span.reaction", { role: "img", "aria-label": `Tanggapan bot: ${emoji}` }, emoji);

function replied(m, acts) {
  return el(
    "button.replied",
    { type: "button", onclick: () => acts.jump(m.message_id) },
    el("strong", {}, m.from?.is_bot ? "Bot" : "Anda"),
    el("span", {}, short(summary(m), 80)),
  );
}

/** foot is when it was written; it stands at the end of the last line when there is room. */
function foot(m) {
  const at = new Date(m.date * 1000).toISOString();
  return el("span.foot", {}, m.edited && el("span.edited", {}, "diedit"), el("time", { datetime: at }, time(m.date)));
}

/** about is the way to what can be done with the message. */
function about(m, acts) {
  const props = { type: "button", "aria-label": "Pilihan untuk pesan ini", "aria-haspopup": "menu", "aria-expanded": "false" };
  return el("button.about", { ...props, onclick: (e) => acts.menu(m, e) }, icon("more"));
}

// Text with entities becomes nodes. Offsets count UTF-16 units, as the strings of JavaScript do. Entities lie inside each
// other or apart, the outer ones first: the server has seen to that.

import { el } from "./dom.js";

/** draw gives the nodes of a text. acts has command(text), link(url) and copy(text). */
export function draw(text, entities, acts) {
  return new Writer(text, entities ?? [], acts).between(0, text.length);
}

class Writer {
  constructor(text, entities, acts) {
    this.text = text;
    this.left = entities.slice();
    this.acts = acts;
  }

  /** between writes a part of the text, and uses up the entities that begin in it. */
  between(from, to) {
    const out = [];
    let at = from;
    while (this.left.length && this.left[0].offset < to) {
      const e = this.left.shift();
      const start = Math.max(e.offset, at);
      const end = Math.min(e.offset + e.length, to);
      if (end <= start) continue;
      if (start > at) out.push(this.text.slice(at, start));
      out.push(this.entity(e, this.between(start, end), this.text.slice(start, end)));
      // What stands as a block ends its line by itself.
      at = blocks.has(e.type) && this.text[end] === "\n" && end < to ? end + 1 : end;
    }
    if (at < to) out.push(this.text.slice(at, to));
    return out;
  }

  entity(e, children, words) {
    const make = kinds[e.type];
    return make ? make(children, words, e, this.acts) : el("span", {}, ...children);
  }
}

const blocks = new Set(["blockquote", "expandable_blockquote", "pre"]);

const tag = (name) => (children) => el(name, {}, ...children);

const kinds = {
  bold: tag("strong"),
  italic: tag("em"),
  underline: tag("u"),
  strikethrough: tag("s"),
  blockquote: tag("blockquote"),
  expandable_blockquote: (children, words) => fold(children, words),
  spoiler: (children) => spoiler(children),
  pre: (children, words, e, acts) => copied("pre", children, words, acts),
  code: (children, words, e, acts) => copied("code", children, words, acts),
  bot_command: (children, words, e, acts) => press("a-command", children, () => acts.command(words)),
  text_link: (children, words, e, acts) => link(e.url, children, acts),
  url: (children, words, e, acts) => link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, children, acts),
  email: (children, words) => link(`mailto:${words}`, children),
  phone_number: (children, words) => link(`tel:${words.replace(/[^+\d]/g, "")}`, children),
};

const press = (kind, children, onclick) => el(`button.${kind}`, { type: "button", onclick }, ...children);

/** copied is text that a tap copies. */
function copied(name, children, words, acts) {
  return el("button.copied", { type: "button", title: "Ketuk untuk menyalin", onclick: () => acts.copy(words) }, el(name, {}, ...children));
}

/** fold is a long quotation that can be opened and closed. */
function fold(children, words) {
  const quote = el("blockquote", {}, ...children);
  if (words.length < 160 && words.split("\n").length < 4) return quote;
  quote.classList.add("folded");
  const toggle = el("button.unfold", { type: "button", "aria-expanded": "false" }, "Selengkapnya");
  toggle.addEventListener("click", () => {
    const folded = quote.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.textContent = folded ? "Selengkapnya" : "Ringkas";
  });
  return el("div.fold", {}, quote, toggle);
}

function spoiler(children) {
  const node = el("button.spoiler", { type: "button", "aria-label": "Teks tersembunyi, ketuk untuk membuka" });
  node.addEventListener("click", () => node.replaceWith(...children), { once: true });
  return node;
}

const safe = /^(https?|mailto|tel|tg):/i;

/** link leads out of the page, except where acts knows better: a link to the bot itself. */
function link(url, children, acts) {
  if (!safe.test(url)) return el("span", {}, ...children);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: (e) => acts?.link(url, e) }, ...children);
}

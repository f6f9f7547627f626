// One tour under way: a card in the phone with the step, a ring around what to press, and going on when it was done.

import { el, icon } from "./dom.js";
import { plain } from "./words.js";

const patience = 1500; // milliseconds until a button that is not there is missed: the bot may be about to bring it

const lost = "Tombol itu sedang tidak ada di HP ini. Tekan Menu, lalu /start, dan ulangi dari langkah pertama dengan Kembali.";

export class Tour {
  /** on has moved(step), left(), next (the tour that follows, if any) and start(tour). */
  constructor(tour, phone, step, on) {
    Object.assign(this, { tour, phone, on, step });
    this.hint = null;
    this.card = el("section.tour", { "aria-label": `Panduan ${tour.title}` });
    phone.part("guide").replaceChildren(this.card);
    this.go(step);
  }

  go(step) {
    this.step = step;
    this.hint = null;
    this.on.moved(step);
    this.draw();
    this.point(true);
  }

  /** changed looks at what came into the phone: it can end the step, or call for a word of advice. */
  changed(message) {
    const now = this.tour.steps[this.step];
    this.latest = message?.message_id ?? this.latest;
    if (now && message?.out) {
      if (fits(message, now.until)) return this.go(this.step + 1);
      const hint = now.hints?.find((h) => fits(message, h.when))?.text ?? null;
      if (hint !== this.hint) {
        this.hint = hint;
        this.draw();
      }
    }
    this.point(false);
  }

  draw() {
    const { steps } = this.tour;
    const held = this.card.contains(document.activeElement);
    this.card.replaceChildren(...(this.step < steps.length ? this.stepCard(steps[this.step]) : this.lastCard()));
    if (held) this.card.querySelector("button").focus();
    if (this.phone.list.atEnd) this.phone.list.toEnd(); // the card takes room from the chat
  }

  stepCard(now) {
    return [
      this.head(
        `Langkah ${this.step + 1} dari ${this.tour.steps.length}`,
        this.step > 0 && button("plain", "Kembali", () => this.go(this.step - 1)),
        button("plain", "Lewati", () => this.go(this.step + 1)),
      ),
      el("div.tour-words", { role: "status" }, el("p", {}, el("strong", {}, `${now.title}. `), now.text), this.hint && el("p.hint", {}, this.hint)),
    ];
  }

  lastCard() {
    const { next, start } = this.on;
    return [
      this.head("Selesai"),
      el("div.tour-words", { role: "status" }, el("p", {}, this.tour.done)),
      next && el("div.tour-acts", {}, button("solid", `Lanjut: ${next.title}`, () => start(next))),
    ].filter(Boolean);
  }

  head(count, ...buttons) {
    return el("div.tour-head", {}, el("p.tour-count", {}, count), this.dots(), el("div.tour-acts", {}, ...buttons.filter(Boolean)), this.closing());
  }

  dots() {
    const dot = (_, i) => el(i < this.step ? "span.past" : i === this.step ? "span.now" : "span");
    return el("span.dots", { "aria-hidden": "true" }, ...this.tour.steps.map(dot));
  }

  closing() {
    return el("button.round", { type: "button", "aria-label": "Tutup panduan", title: "Tutup; nanti dapat dilanjutkan", onclick: () => this.close() }, icon("close"));
  }

  /** point puts the ring around the first thing of the step that is there, and brings it into sight. */
  point(show) {
    const target = this.target();
    const before = this.phone.node.querySelector(".pointed");
    if (before !== target) before?.classList.remove("pointed");
    target?.classList.add("pointed");
    this.miss(target);
    if (target && (show || before !== target) && !this.inSight(target)) target.scrollIntoView({ block: "center" });
  }

  inSight(target) {
    const { list } = this.phone;
    if (!list.box.contains(target)) return true;
    const [b, t] = [list.box, target].map((node) => node.getBoundingClientRect());
    return t.top >= b.top + 6 && t.bottom <= b.bottom - 6;
  }

  /** miss says, after a while, that what the step speaks of is not there, and how it comes there. */
  miss(target) {
    clearTimeout(this.missing);
    const there = Boolean(target) || !this.tour.steps[this.step]?.point;
    if (there && this.hint === lost) this.hint = null;
    else if (!there && !this.hint) return (this.missing = setTimeout(() => this.say(lost), patience));
    else return;
    this.draw();
  }

  say(hint) {
    this.hint = hint;
    this.draw();
  }

  /** target looks in the message that changed last, and in the newest with buttons: those of earlier ones may be old. */
  target() {
    const points = this.tour.steps[this.step]?.point ?? [];
    const { node, list } = this.phone;
    const newest = [...node.querySelectorAll(".row:has(.key)")].at(-1);
    for (const box of [node.querySelector(".keys:not([hidden])"), list.row(this.latest), newest]) {
      const found = box && points.map((p) => p.button && labelled(box, p.button)).find(Boolean);
      if (found) return found;
    }
    return points.map((p) => p.selector && node.querySelector(p.selector)).find(Boolean) ?? null;
  }

  close() {
    this.leave();
    this.on.left();
    document.querySelector(".tour-open").focus();
  }

  leave() {
    clearTimeout(this.missing);
    this.card.remove();
    this.phone.node.querySelector(".pointed")?.classList.remove("pointed");
  }
}

const button = (kind, label, onclick) => el(`button.${kind}`, { type: "button", onclick }, label);

/** labelled is the button of a box with these words; a number may follow them, as in Antrian (3). */
function labelled(box, words) {
  const buttons = [...box.querySelectorAll(".key, .reply-key")];
  return buttons.find((b) => plain(b.textContent).replace(/ \(\d+\)$/, "") === words);
}

/** fits tells whether a message is what a step waits for: some words, or a document. */
function fits(message, wanted) {
  if (!wanted) return false;
  if (wanted.document) return Boolean(message.document?.file_name?.endsWith(wanted.document));
  const text = `${message.text ?? ""}${message.caption ?? ""}`;
  return wanted.words.some((w) => text.includes(w));
}

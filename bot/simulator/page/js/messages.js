// The list of messages on the screen. Only the newest part of a chat is drawn; scrolling up draws more.

import { drawRow } from "./bubble.js";

const step = 60; // how many are drawn at once
const most = 180; // how many stay drawn at the end of the chat

export class Messages {
  /** on has moved(atEnd). acts is what bubbles can do. */
  constructor(box, acts, on) {
    this.box = box;
    this.acts = acts;
    this.on = on;
    this.all = [];
    this.from = 0;
    this.atEnd = true;
    box.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(box);
    // A picture is loaded after it was drawn, and makes the list longer.
    box.addEventListener("load", () => this.atEnd && this.toEnd(), true);
  }

  reset(all) {
    this.all = all;
    this.from = Math.max(0, all.length - step);
    this.box.replaceChildren(...this.rows(this.from, all.length));
    this.toEnd();
  }

  rows(from, to) {
    return this.all.slice(from, to).map((m, i) => drawRow(m, this.all[from + i - 1], this.acts));
  }

  row(id) {
    return this.box.querySelector(`.row[data-id="${id}"]`);
  }

  /** added draws a message that has come to the end of the chat; it is followed when the end was in sight. */
  added(own) {
    const follow = this.atEnd || own;
    const [row] = this.rows(this.all.length - 1, this.all.length);
    row.classList.add("new");
    this.box.append(row);
    if (follow) this.toEnd();
  }

  edited(m, i) {
    const old = this.row(m.message_id);
    if (!old) return;
    const [row] = this.rows(i, i + 1);
    const held = old.contains(document.activeElement) ? document.activeElement.textContent : null;
    this.change(old, () => old.replaceWith(row));
    if (held !== null) this.hold(row, held);
    if (this.atEnd) this.toEnd();
  }

  /** change does something to a row; one above the screen does not move what the person looks at. */
  change(row, how) {
    const above = row.getBoundingClientRect().bottom < this.box.getBoundingClientRect().top;
    if (above) this.steady(how);
    else how();
  }

  /** steady keeps in its place what lies below a change. */
  steady(change) {
    const below = this.box.scrollHeight - this.box.scrollTop;
    change();
    this.box.scrollTop = this.box.scrollHeight - below;
    this.measure();
  }

  /** hold keeps the focus in the chat when what had it was drawn anew. */
  hold(row, words) {
    const buttons = [...row.querySelectorAll(".key")];
    const same = buttons.find((b) => b.textContent === words);
    (same ?? buttons[0] ?? this.box).focus({ preventScroll: true });
  }

  removed(id, i) {
    const row = this.row(id);
    if (row?.contains(document.activeElement)) this.box.focus();
    if (row) this.change(row, () => row.remove());
    if (i < this.from) this.from--;
    else if (i < this.all.length) this.edited(this.all[i], i); // it may begin a day now
  }

  toEnd() {
    this.atEnd = true;
    this.trim();
    this.box.scrollTop = this.box.scrollHeight;
    this.measure();
    this.on.moved(true);
  }

  /** trim forgets what was drawn far above the end. */
  trim() {
    for (; this.all.length - this.from > most; this.from++) this.box.firstElementChild.remove();
  }

  /** measure tells whether the room or the list has another height than before. */
  measure() {
    const now = `${this.box.scrollHeight} ${this.box.clientHeight}`;
    const other = now !== this.measured;
    this.measured = now;
    return other;
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.box;
    if (!clientHeight) return; // not shown now
    const near = scrollHeight - scrollTop - clientHeight < 40;
    // Only the person leaves the end: a window or words of another size do not.
    if (this.measure() && this.atEnd && !near) return this.toEnd();
    this.atEnd = near;
    this.on.moved(near);
    if (scrollTop < 400 && this.from > 0) this.earlier(Math.max(0, this.from - step));
  }

  /** earlier draws what lies before. */
  earlier(from) {
    this.steady(() => this.box.prepend(...this.rows(from, this.from)));
    this.from = from;
  }

  /** jump shows a message and makes it blink. */
  jump(id) {
    const i = this.all.findIndex((m) => m.message_id === id);
    if (i < 0) return;
    if (i < this.from) this.earlier(Math.max(0, i - 5));
    const row = this.row(id);
    row.scrollIntoView({ block: "center" });
    row.classList.add("shown");
    setTimeout(() => row.classList.remove("shown"), 1600);
  }
}

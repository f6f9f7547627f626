// Choosing whose phone it is: everybody of the sample world by role, found by typing.

import { ask } from "./dialog.js";
import { Doing } from "./doing.js";
import { el, fromTemplate } from "./dom.js";
import { officeOf } from "./people.js";
import { initials } from "./words.js";

const step = 80; // how many lines are drawn at once; there can be thousands

/** choosePerson gives the person that was chosen, null for none. */
export async function choosePerson(people, over, now) {
  await doing.load();
  return ask({ over, title: "Pilih orang", kind: "chooser", body: (close) => new Chooser(people, now, close).node });
}

const doing = new Doing();

class Chooser {
  constructor(people, now, close) {
    this.people = people;
    this.now = now;
    this.close = close;
    this.node = fromTemplate("chooser");
    [this.field, this.list, this.found] = ["input", ".people", ".found"].map((s) => this.node.querySelector(s));
    this.field.dataset.first = "";
    this.list.id = "people-found";
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (e) => this.key(e));
    this.list.addEventListener("scroll", () => this.more(), { passive: true });
    this.list.addEventListener("click", (e) => this.pick(e.target.closest("[role=option]")));
    this.search();
    requestAnimationFrame(() => this.mark(this.marked)); // into sight, once it is shown
  }

  /** search shows who fits what is typed. */
  search() {
    const groups = [...this.people.find(this.field.value)].filter(([, list]) => list.length);
    this.lines = groups.flatMap(([role, list]) => [{ role, count: list.length }, ...list]);
    const count = groups.reduce((sum, [, list]) => sum + list.length, 0);
    this.found.textContent = count ? `${count.toLocaleString("id-ID")} orang` : "Tidak ada yang cocok. Silakan cari dengan kata lain.";
    this.drawn = 0;
    this.list.replaceChildren();
    this.list.scrollTop = 0;
    this.draw();
    this.mark(this.field.value ? this.options()[0] : this.list.querySelector("[aria-selected=true]"));
  }

  draw() {
    const next = this.lines.slice(this.drawn, this.drawn + step);
    this.drawn += next.length;
    this.list.append(...next.map((line) => (line.role ? this.heading(line) : this.option(line))));
  }

  heading({ role, count }) {
    return el("p.group", { role: "presentation", "data-role": role }, role, el("span", {}, count.toLocaleString("id-ID")));
  }

  option(p) {
    const [name, jabatan] = (p.about || p.name).split(" · ");
    const now = doing.of(p);
    return el(
      "div.option",
      { role: "option", id: `person-${p.id}`, "aria-selected": String(p.id === this.now), "data-id": String(p.id), "data-hue": String(p.id % 7) },
      el("span.avatar", { "aria-hidden": "true" }, initials(p.name)),
      el("span.who", {}, el("span.name", {}, name), el("span.office", {}, [jabatan, officeOf(p)].filter(Boolean).join(" · ")), now && el("span.doing-now", {}, now)),
    );
  }

  options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  more() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    if (scrollHeight - scrollTop - clientHeight < 600 && this.drawn < this.lines.length) this.draw();
  }

  /** mark says which option Enter would take. */
  mark(option) {
    this.list.querySelector(".marked")?.classList.remove("marked");
    this.marked = option ?? null;
    option?.classList.add("marked");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  key(e) {
    const options = this.options();
    const at = options.indexOf(this.marked);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[e.key];
    if (to !== undefined) {
      this.mark(options[Math.min(Math.max(to, 0), options.length - 1)]);
    } else if (e.key === "Enter") this.pick(this.marked);
    else if (e.key === "Escape") this.close(null); // the field would only be emptied
    else return;
    e.preventDefault();
  }

  pick(option) {
    if (option) this.close(this.people.get(Number(option.dataset.id)));
  }
}

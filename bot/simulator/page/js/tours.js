// The guided tours, one for each role: which are there, how far each has come, and which one is under way.

import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { officeOf, roleOf } from "./people.js";
import { get } from "./server.js";
import { Tour } from "./tour.js";

const key = "siip-asn.panduan";

export class Tours {
  constructor(page) {
    this.page = page; // phones, people, demo, tabs, put
    this.running = null;
    this.done = JSON.parse(localStorage.getItem(key) ?? "{}"); // tour → the step it stands at; as many as it has: finished
  }

  async load() {
    this.tours = (await get("tour.json")).tours;
    document.querySelector(".tour-open").addEventListener("click", () => this.choose());
    const open = this.tours.find((t) => t.id === this.done.open);
    if (open) await this.start(open, false);
    return this;
  }

  changed(phone, message) {
    if (this.running?.phone === phone) this.running.changed(message);
  }

  at(tour) {
    return Math.min(this.done[tour.id] ?? 0, tour.steps.length);
  }

  keep(tour, step, open) {
    this.done[tour.id] = step;
    this.done.open = open ? tour.id : undefined;
    localStorage.setItem(key, JSON.stringify(this.done));
  }

  /** choose lets the person pick a tour; each goes on where it was left. */
  async choose() {
    const body = (close) => el("div.tour-list", {}, ...this.tours.map((t) => this.entry(t, close)));
    const tour = await ask({
      title: "Siapa Anda?",
      text: "Panduan menunjukkan tombol yang perlu ditekan di HP orang itu; Anda yang menekannya.",
      kind: "tours",
      body,
      actions: [{ label: "Tutup", value: null }],
    });
    if (tour) await this.start(tour);
  }

  entry(tour, close) {
    const at = this.at(tour);
    const all = tour.steps.length;
    const state = at === 0 ? "Mulai" : at >= all ? "Selesai · ulangi" : `Lanjutkan: langkah ${at + 1} dari ${all}`;
    return el(
      "button.tour-entry",
      { type: "button", "data-role": tour.role, onclick: () => close(tour) },
      el("strong", {}, tour.title),
      el("span", {}, tour.about),
      el("span.tour-who", {}, this.whose(tour.role)),
      el("span.tour-state", {}, state),
    );
  }

  /** whose says on whose phone the tour of a role goes. */
  whose(role) {
    const { person } = this.find(role);
    return person ? `Di HP ${person.name}, ${officeOf(person)}` : "";
  }

  /** start runs a tour on the phone of its role, and brings that to the front. */
  async start(tour, toFront = true) {
    this.running?.leave();
    if (this.at(tour) >= tour.steps.length) this.done[tour.id] = 0;
    const phone = await this.phoneOf(tour.role);
    if (!phone) return;
    if (toFront) this.page.tabs.show(this.page.phones.indexOf(phone));
    this.running = new Tour(tour, phone, this.at(tour), {
      moved: (step) => this.keep(tour, step, step < tour.steps.length),
      left: () => this.keep(tour, this.running.step, false),
      next: this.tours[this.tours.indexOf(tour) + 1],
      start: (next) => this.start(next),
    });
  }

  /** phoneOf finds the phone of a role; when nobody of the role is there, the one who was there first comes back. */
  async phoneOf(role) {
    const { phone, person } = this.find(role);
    if (person && phone.person !== person) await this.page.put(phone, person);
    return person && phone;
  }

  /** find gives the phone for a role, and who is on it then. */
  find(role) {
    const { phones, people, demo } = this.page;
    const there = phones.find((p) => roleOf(p.person) === role);
    if (there) return { phone: there, person: there.person };
    const i = demo.phones.findIndex((id) => roleOf(people.get(id) ?? {}) === role);
    const person = people.get(demo.phones[i]) ?? people.list.find((p) => roleOf(p) === role);
    return { phone: phones[Math.max(0, i)], person };
  }
}

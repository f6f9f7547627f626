// On a narrow screen one phone is shown at a time: each has a tab, with the number of what was not read.

import { el } from "./dom.js";
import { roleOf } from "./people.js";

const narrow = window.matchMedia("(max-width: 1019px)");
const key = "siip-asn.tab";

export class Tabs {
  constructor(box, phones) {
    this.box = box;
    this.phones = phones;
    this.tabs = phones.map((phone, i) => this.tab(phone, i));
    box.append(...this.tabs);
    box.addEventListener("keydown", (e) => this.key(e));
    narrow.addEventListener("change", () => this.show(this.current));
    this.show(Math.min(Number(sessionStorage.getItem(key)) || 0, phones.length - 1));
  }

  tab(phone, i) {
    phone.node.id = `telepon-${i + 1}`;
    return el(
      "button.tab",
      { type: "button", role: "tab", id: `tab-${i + 1}`, "aria-controls": phone.node.id, onclick: () => this.show(i) },
      el("span.tab-role"),
      el("span.tab-name"),
      el("span.badge", { hidden: true }),
    );
  }

  /** show brings a phone to the front. On a wide screen all three are there, and none is a panel of a tab. */
  show(i) {
    this.current = i;
    sessionStorage.setItem(key, String(i));
    this.phones.forEach((phone, n) => {
      const tab = this.tabs[n];
      tab.setAttribute("aria-selected", String(n === i));
      tab.tabIndex = n === i ? 0 : -1;
      phone.node.classList.toggle("behind", n !== i);
      if (narrow.matches) phone.node.setAttribute("role", "tabpanel");
      else phone.node.removeAttribute("role");
    });
    const phone = this.phones[i];
    if (phone.list.atEnd) phone.list.toEnd();
  }

  /** label writes who is on a phone, and what was not read there. */
  label(phone) {
    const tab = this.tabs[this.phones.indexOf(phone)];
    if (!phone.person) return;
    const [role, name, badge] = tab.children;
    tab.dataset.role = roleOf(phone.person);
    role.textContent = roleOf(phone.person);
    name.textContent = phone.person.first_name;
    badge.textContent = String(phone.unread);
    badge.hidden = phone.unread === 0;
    badge.setAttribute("aria-label", `${phone.unread} belum dibaca`);
  }

  key(e) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    this.show((this.current + step + this.phones.length) % this.phones.length);
    this.tabs[this.current].focus();
  }
}

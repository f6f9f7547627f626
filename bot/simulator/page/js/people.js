// Everybody of the sample world, and who is on which phone.

import { get } from "./server.js";

export const roles = ["Pegawai", "Admin OPD", "Admin SIIP-ASN"];

/** role and office of a person are the tags that the sample world gave. */
export const roleOf = (person) => person.tags?.[0] ?? roles[0];
export const officeOf = (person) => person.tags?.[1] ?? "";

export class People {
  constructor() {
    this.list = [];
    this.byId = new Map();
    this.bot = { first_name: "Bot", username: "" };
  }

  /** load gives the whole state of the simulator, for those who want the rest of it. */
  async load() {
    const state = await get("/sim/state");
    this.list = state.people;
    this.byId = new Map(state.people.map((p) => [p.id, p]));
    this.bot = state.bot;
    return state;
  }

  get(id) {
    return this.byId.get(id);
  }

  /** find gives who fits a search, by role: every word must be in the name, the jabatan or the OPD. */
  find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const groups = new Map(roles.toReversed().map((r) => [r, []])); // few admins, thousands of pegawai
    for (const p of this.list) {
      p.sought ??= [p.name, p.about, ...(p.tags ?? [])].join(" ").toLowerCase();
      if (words.every((w) => p.sought.includes(w))) (groups.get(roleOf(p)) ?? groups.get(roles[0])).push(p);
    }
    return groups;
  }
}

const key = "siip-asn.telepon";

/** remembered is who was on the phones: as the address says, or else as it was the last time. */
export function remembered(people, usual) {
  const hash = new URLSearchParams(location.hash.slice(1)).get("hp");
  const chosen = (hash ?? localStorage.getItem(key) ?? "").split(",").map(Number);
  const out = usual.slice(0, 3);
  while (out.length < Math.min(3, people.list.length)) {
    out.push(people.list.find((p) => !out.includes(p.id)).id);
  }
  const used = chosen.filter((id, i) => people.get(id) && chosen.indexOf(id) === i);
  return used.length === out.length ? used : out;
}

/** remember keeps who is on the phones for a reload, and in the address. */
export function remember(ids) {
  localStorage.setItem(key, ids.join(","));
  history.replaceState(null, "", `#hp=${ids.join(",")}`);
}

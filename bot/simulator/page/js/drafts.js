// What somebody was typing and has not sent: kept in the browser, for each person of this world. It is there again after a
// reload, and when the phone comes back to the person; another world begins with nothing.

const key = "siip-asn.tulisan";

class Drafts {
  /** begin says which world it is: what was kept of another one is gone with the first word that is typed. */
  begin(world) {
    this.world = world;
  }

  of(person) {
    return this.texts()[person.id] ?? "";
  }

  keep(person, text) {
    const texts = this.texts(); // another window may have kept something meanwhile
    if (text === (texts[person.id] ?? "")) return;
    if (text) texts[person.id] = text;
    else delete texts[person.id];
    localStorage.setItem(key, JSON.stringify({ world: this.world, texts }));
  }

  texts() {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept?.world === this.world ? kept.texts : {};
    } catch {
      return {}; // not what was written
    }
  }
}

export const drafts = new Drafts();

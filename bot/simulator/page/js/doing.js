// What each person is in the middle of, told by what the chat shows last.

import { drafts } from "./drafts.js";
import { get } from "./server.js";
import { plain, short } from "./words.js";

export class Doing {
  constructor() {
    this.chats = {};
  }

  /** load looks at all chats; without an answer nothing is told. */
  async load() {
    try {
      [this.chats, this.words] = await Promise.all([get("/sim/doing"), this.words ?? get("doing.json")]);
    } catch {
      this.chats = {};
    }
    return this;
  }

  /** of is a line about a person; empty when nothing is known. */
  of(person) {
    const typed = drafts.of(person).trim();
    if (typed) return `Sedang mengetik: ${short(typed, 40)}`;
    if (person.blocked) return "Memblokir bot";
    const texts = this.chats[person.id]?.texts;
    if (!texts) return person.started ? "" : "Belum membuka bot";
    const said = (list, text) => list.find((d) => text.includes(d.words))?.doing;
    const busy = texts.map((t) => said(this.words.doing, t)).find(Boolean);
    const there = texts.map((t) => said(this.words.there, t)).find(Boolean);
    return busy ?? there ?? short(plain(texts[0].split("\n")[0]), 50);
  }
}

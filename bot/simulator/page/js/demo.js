// What the demo itself knows: whether the bot runs, and what time it is in the sample world.

import { drafts } from "./drafts.js";
import { get } from "./server.js";

const often = 4000;

export class Demo {
  /** on has changed(demo). */
  constructor(on) {
    this.on = on;
    this.running = true;
    this.ahead = 0; // of the clock here, in milliseconds
    this.phones = [];
    this.waiting = 0; // what the bot has not fetched yet
  }

  async load() {
    const now = await get("/demo/state");
    this.running = now.running;
    this.ahead = Date.parse(now.clock) - Date.now();
    this.phones = now.phones ?? [];
    drafts.begin(now.world);
    this.on.changed(this);
  }

  /** count asks how much waits for the bot; that is of interest only while the bot is not there. */
  async count(away) {
    this.waiting = away ? (await get("/sim/onlooker")).pending : 0;
    this.on.changed(this);
  }

  now() {
    return Date.now() + this.ahead;
  }

  /** watch looks again from time to time: the bot can also end by itself. */
  watch(away) {
    setInterval(() => {
      if (!document.hidden) this.load().then(() => this.count(away()), () => {});
    }, often);
  }
}

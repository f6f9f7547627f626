// Being the bot: messages of every kind can be shown on the page without asking the real bot for them.

import { readFileSync } from "node:fs";
import { until } from "./until.js";

/** BotAPI speaks with the simulator as the bot of the demo does. The real bot must have been killed before. */
export class BotAPI {
  constructor(demo) {
    this.demo = demo;
    this.offset = 0;
  }

  call(method, body = {}) {
    return this.post(method, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  }

  async post(method, what) {
    const answer = await fetch(new URL(`/bot100000:demo-tanpa-rahasia/${method}`, this.demo.url), { method: "POST", ...what });
    const { ok, result, description } = await answer.json();
    if (!ok) throw new Error(`${method}: ${description}`);
    return result;
  }

  say(chat, text, more = {}) {
    return this.call("sendMessage", { chat_id: chat, text, parse_mode: "HTML", ...more });
  }

  /** photo sends a picture from a file. */
  async photo(chat, path, caption) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ chat_id: chat, caption, parse_mode: "HTML" })) form.append(name, String(value));
    form.append("photo", new Blob([readFileSync(path)]), "gambar.png");
    return this.post("sendPhoto", { body: form });
  }

  /** next waits for an update of a kind. */
  next(kind) {
    return until(`an update with a ${kind}`, async () => {
      for (const update of await this.call("getUpdates", { offset: this.offset, timeout: 5 })) {
        this.offset = update.update_id + 1;
        if (update[kind]) return update[kind];
      }
    });
  }
}

// Being the bot: messages of every kind can be shown on the page without asking the real bot for them.

/** BotAPI speaks with the simulator as the bot of the demo does. The real bot must have been killed before. */
export class BotAPI {
  constructor(demo) {
    this.demo = demo;
    this.offset = 0;
  }

  async call(method, body = {}) {
    const url = new URL(`/bot100000:demo-tanpa-rahasia/${method}`, this.demo.url);
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const { ok, result, description } = await answer.json();
    if (!ok) throw new Error(`${method}: ${description}`);
    return result;
  }

  say(chat, text, more = {}) {
    return this.call("sendMessage", { chat_id: chat, text, parse_mode: "HTML", ...more });
  }

  /** next waits for an update of a kind. */
  async next(kind) {
    for (;;) {
      const updates = await this.call("getUpdates", { offset: this.offset, timeout: 10 });
      if (!updates.length) throw new Error(`no ${kind} came`);
      for (const update of updates) {
        this.offset = update.update_id + 1;
        if (update[kind]) return update[kind];
      }
    }
  }
}

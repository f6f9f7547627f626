// One chat as the server has it: loaded once, then kept up to date by events.

import { get } from "./server.js";
import { parse } from "./live.js";

export class Chat {
  /** on has reset(), added(m), edited(m, i), removed(id, i), keyboard(), commands(), toast(t), action(words). */
  constructor(id, on) {
    this.id = id;
    this.on = on;
    this.messages = []; // by id
    this.keyboard = null;
    this.menu = [];
    this.taps = []; // that waited for the bot when it was loaded
    this.asOf = null; // the newest event that is in here
    this.queue = []; // what happened while it was loading
    this.loads = 0;
  }

  /** load brings the whole chat. What happens meanwhile is not lost: it waits. */
  async load() {
    this.asOf = null;
    const turn = ++this.loads;
    const now = await get(`/sim/chats/${this.id}`);
    if (turn !== this.loads) return; // a later load has begun
    this.messages = now.messages;
    this.keyboard = now.keyboard;
    this.menu = now.commands;
    this.taps = now.taps;
    this.asOf = parse(now.last_event);
    this.on.reset();
    const queue = this.queue;
    this.queue = [];
    for (const [event, at] of queue) this.change(event, at);
  }

  async loadMenu() {
    const { commands } = await get(`/sim/chats/${this.id}/commands`);
    this.menu = commands;
    this.on.commands();
  }

  /** change takes in an event of this chat. */
  change(event, at) {
    if (!this.asOf) return void this.queue.push([event, at]);
    if (at.epoch === this.asOf.epoch && at.number <= this.asOf.number) return;
    this.asOf = at;
    changes[event.what]?.(this, event);
  }

  index(id) {
    let [low, high] = [0, this.messages.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.messages[middle].message_id < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  has(i, id) {
    return this.messages[i]?.message_id === id;
  }
}

const changes = {
  message(chat, { message }) {
    const i = chat.index(message.message_id);
    if (chat.has(i, message.message_id)) return changes.edited(chat, { message });
    chat.messages.splice(i, 0, message); // always at the end, as ids grow
    chat.on.added(message);
  },
  edited(chat, { message }) {
    const i = chat.index(message.message_id);
    if (!chat.has(i, message.message_id)) return;
    const before = chat.messages[i];
    chat.messages[i] = message;
    chat.on.edited(message, i, before);
  },
  deleted(chat, { message_id }) {
    const i = chat.index(message_id);
    if (!chat.has(i, message_id)) return;
    chat.messages.splice(i, 1);
    chat.on.removed(message_id, i);
  },
  keyboard(chat, { keyboard }) {
    chat.keyboard = keyboard ?? null;
    chat.on.keyboard();
  },
  toast(chat, { toast }) {
    chat.on.toast(toast);
  },
  action(chat, { action }) {
    chat.on.action(action);
  },
};

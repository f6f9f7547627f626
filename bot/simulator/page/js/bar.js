// The bar above the phones: what the outside world does to the bot, and how things stand.

import { later } from "./dom.js";
import { post } from "./server.js";
import { clock } from "./words.js";
import { notes } from "./notes.js";

const slowFor = 15; // seconds
const slowKey = "siip-asn.lambat";

export class Bar {
  constructor(demo) {
    this.demo = demo;
    this.network = "up";
    this.connected = true;
    this.busy = null; // the control that is at work
    this.slowUntil = Number(sessionStorage.getItem(slowKey)) || 0;
    this.note = document.querySelector(".note");
    for (const [name, act] of Object.entries(this.acts())) {
      this.button(name).addEventListener("click", () => this.press(name, act));
    }
    document.querySelector(".world-open").addEventListener("click", (e) => this.fold(e.currentTarget));
    this.soon = later(300, () => this.demo.count(this.away()).catch(() => {}));
    setInterval(() => this.draw(), 1000);
    this.say("hello");
  }

  acts() {
    return {
      network: () => this.cut(this.network === "up"),
      slow: () => this.slow(),
      bot: () => this.power(!this.demo.running),
      week: () => post("/demo/week").then(() => (this.demo.running ? "week" : "weekDead")),
    };
  }

  async cut(down) {
    await post("/sim/network", { down });
    return down ? "down" : "up";
  }

  async power(on) {
    await post(on ? "/demo/start" : "/demo/kill");
    return on ? "started" : "killed";
  }

  async slow() {
    if (this.slowUntil > Date.now()) return "slow";
    await post("/sim/faults", { kind: "too_many_requests", method: "", seconds: slowFor, retry_after: 5 });
    this.slowUntil = Date.now() + slowFor * 1000;
    sessionStorage.setItem(slowKey, String(this.slowUntil));
    return "slow";
  }

  /** press does what a button says, one at a time. */
  async press(name, act) {
    if (this.busy) return;
    this.busy = name;
    this.draw();
    try {
      this.say(await act());
      await this.demo.load();
    } catch (err) {
      this.note.textContent = err.message;
    }
    this.busy = null;
    this.draw();
  }

  say(name) {
    this.note.textContent = notes[name];
  }

  button(name) {
    return document.querySelector(`[data-control=${name}] button`);
  }

  /** away tells whether the bot cannot hear anybody just now. */
  away() {
    return this.network !== "up" || !this.demo.running || this.slowUntil > Date.now();
  }

  setNetwork(state) {
    this.network = state;
    this.draw();
  }

  setConnected(yes) {
    if (yes !== this.connected) this.say(yes ? "back" : "lost");
    this.connected = yes;
    document.body.classList.toggle("lost", !yes);
    this.draw();
  }

  draw() {
    const left = Math.ceil((this.slowUntil - Date.now()) / 1000);
    const { running, waiting } = this.demo;
    const queue = waiting ? ` · ${waiting} menunggu` : "";
    const up = this.network === "up";
    this.control("network", up ? "Putuskan jaringan" : "Sambungkan jaringan", up ? "good" : "bad", up ? "Jaringan tersambung" : `Jaringan putus${queue}`);
    this.control("slow", "Batasi kiriman", left > 0 ? "slow" : "good", left > 0 ? `Menolak ${left} detik lagi` : "Telegram lancar");
    this.control("bot", running ? "Matikan bot" : "Hidupkan lagi", running ? "good" : "bad", running ? "Bot berjalan" : `Bot mati${queue}`);
    this.control("week", "Maju satu minggu", null, clock(this.demo.now()));
    const worst = !running || !up ? "bad" : left > 0 ? "slow" : "good";
    document.querySelector(".world-open .lamp").dataset.lamp = this.connected ? worst : "off";
  }

  control(name, label, lamp, words) {
    const button = this.button(name);
    const box = button.parentElement;
    write(button, this.busy === name ? "Sebentar…" : label);
    button.setAttribute("aria-disabled", String(Boolean(this.busy)));
    button.classList.toggle("busy", this.busy === name);
    if (lamp) box.querySelector(".lamp").dataset.lamp = this.connected ? lamp : "off";
    write(box.querySelector(".words"), this.connected || !lamp ? words : "Tidak diketahui");
  }

  /** fold opens and closes the controls on a narrow screen. */
  fold(button) {
    const open = document.body.classList.toggle("world-shown");
    button.setAttribute("aria-expanded", String(open));
  }
}

function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

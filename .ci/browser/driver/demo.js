// A demo of its own for a test: siip-asn demo with its data in a temporary folder.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary } from "./binary.js";
import { patience } from "./until.js";

/** port is one that the system does not give away by itself: it is still free when the demo starts again. */
const port = () => 18_000 + Math.floor(Math.random() * 14_000);

export class Demo {
  /** people is how many there are; ahead is how far the clock of the sample world is, such as "36h". */
  constructor({ people, ahead } = {}) {
    this.people = people;
    this.dir = mkdtempSync(join(tmpdir(), "siip-asn-demo-"));
    if (ahead) writeFileSync(join(this.dir, "clock"), ahead);
    this.log = [];
  }

  /** start waits for the address, which is the first line of the output. Later starts use the same one. */
  async start() {
    for (let tries = 1; ; tries++) {
      try {
        return await this.tryStart(this.url ? new URL(this.url).host : `127.0.0.1:${port()}`);
      } catch (err) {
        if (tries === 10 || !err.message.includes("sedang dipakai program lain")) throw err;
      }
    }
  }

  async tryStart(addr) {
    const args = ["demo", "--addr", addr, "--data", this.dir, ...(this.people ? ["--people", String(this.people)] : [])];
    this.child = spawn(binary(), args, { stdio: ["ignore", "pipe", "pipe"] });
    this.log = [];
    this.child.stderr.on("data", (chunk) => this.log.push(String(chunk)));
    const ended = once(this.child, "close").then(() => Promise.reject(new Error(`the demo ended: ${this.log.join("")}`)));
    const [line] = await Promise.race([once(createInterface({ input: this.child.stdout }), "line"), ended]);
    ended.catch(() => {}); // later it may
    this.url = line.trim();
    return this;
  }

  async get(path) {
    return (await fetch(new URL(path, this.url))).json();
  }

  async post(path, body = {}) {
    const headers = { "X-Simulator": "1", "Content-Type": "application/json" };
    const answer = await fetch(new URL(path, this.url), { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  }

  /** stop ends the program as Ctrl+C does, and kills it when it does not listen. */
  async stop() {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGINT");
    const force = setTimeout(() => this.child.kill("SIGKILL"), patience);
    await ended;
    clearTimeout(force);
  }

  async remove() {
    await this.stop();
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

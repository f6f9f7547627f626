// A demo of its own for a test: siip-asn demo with its data in a temporary folder.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { binary } from "./binary.js";

export class Demo {
  constructor(people) {
    this.people = people;
    this.dir = mkdtempSync(join(tmpdir(), "siip-asn-demo-"));
    this.log = [];
  }

  /** start waits for the address, which is the first line of the output. Later starts use the same one. */
  async start() {
    const addr = this.url ? new URL(this.url).host : "127.0.0.1:0";
    const args = ["demo", "--addr", addr, "--data", this.dir];
    if (!this.url) args.push("--reset");
    if (this.people) args.push("--people", String(this.people));
    this.child = spawn(binary(), args, { stdio: ["ignore", "pipe", "pipe"] });
    this.child.stderr.on("data", (chunk) => this.log.push(String(chunk)));
    const lines = createInterface({ input: this.child.stdout });
    const [line] = await Promise.race([
      once(lines, "line"),
      once(this.child, "exit").then(() => Promise.reject(new Error(`the demo ended: ${this.log.join("")}`))),
    ]);
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

  /** stop ends the program as Ctrl+C does. */
  async stop() {
    if (!this.child || this.child.exitCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.kill("SIGINT");
    await ended;
  }

  async remove() {
    await this.stop();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

// Debian's Chromium, and pages that note everything that goes wrong in them.

import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { patience } from "./until.js";
import { watchPage } from "./witness.js";

const flags = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** launch starts a browser with a fresh profile. */
export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags, timeout: 2 * patience });

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 390, height: 844 };

/** open shows the demo in a page of its own. Its list problems holds what nobody may see: errors and failed requests. */
export async function open(browser, demo, { viewport = wide, colorScheme = "light", before, ...more } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", locale: "id-ID", timezoneId: "Asia/Jakarta", ...more });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.problems = [];
  watch(page);
  await watchPage(page);
  await before?.(page);
  await page.goto(demo.url);
  await ready(page);
  return page;
}

/** ready waits until the page shows its phones. */
export const ready = (page) => page.waitForSelector("body[data-ready]");

function watch(page) {
  const note = (text) => page.problems.push(text);
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && note(`console: ${m.text()}`));
  page.on("pageerror", (err) => note(`error: ${err.stack}`));
  page.on("requestfailed", (r) => !ended(r) && note(`failed: ${r.method()} ${r.url()} ${r.failure()?.errorText}`));
  page.on("response", (r) => r.status() >= 400 && note(`${r.status()}: ${r.url()}`));
}

/** ended is what a reload or a download does to requests that are under way; nothing failed. */
const ended = (r) => r.failure()?.errorText === "net::ERR_ABORTED";

const shots = process.env.SCREENSHOTS || join(tmpdir(), "siip-asn-screenshots");

/** shot keeps a picture of the page, outside of the tree, and tells where. */
export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  const path = join(shots, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

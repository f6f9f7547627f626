// The page for everybody: no finding of axe, light and dark, wide and narrow, also with what opens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { narrow, shot, wide } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";

const s = stage();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** check lets axe look at the page as it is now, or at a part of it. Motion has come to rest before. */
async function check(page, name, part = "html") {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime < 2000).map((a) => a.finished)));
  if (part !== ".popup") await shot(page, `access-${name}`);
  const { violations } = await page.evaluate((part) => axe.run(part, { resultTypes: ["violations"] }), part);
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.any[0]?.message ?? ""}`).join(", ")}`), [], name);
}

/** menu is what stands on each page, and the menu of commands over it. */
async function menu(page, name) {
  await page.evaluate(axe); // not as a script of the page: that may only come from its own address
  const [pegawai] = phonesOf(page);
  await pegawai.type("halo 081234567890 https://example.org");
  await pegawai.sees("Silakan gunakan tombol");
  await check(page, name);
  await pegawai.node.locator("button.menu").click();
  await check(page, `${name}-menu`, ".commands");
  await page.keyboard.press("Escape");
}

/** tour begins the first one. */
async function tour(page, name) {
  await page.locator(".tour-open").click();
  await check(page, `${name}-tours`, "dialog");
  await page.locator(".tour-entry").first().click();
  await check(page, `${name}-tour`, ".phone");
}

for (const colorScheme of ["light", "dark"]) {
  s.scene(`${colorScheme}, wide`, async () => {
    const page = await s.open({ viewport: wide, colorScheme });
    const name = `${colorScheme}-wide`;
    await menu(page, name);
    const [pegawai] = phonesOf(page);
    await pegawai.node.locator(".person").click();
    await check(page, `${name}-people`, "dialog");
    await page.keyboard.press("Escape");
    await pegawai.node.getByRole("button", { name: "Pilihan lain" }).click();
    await check(page, `${name}-popup`, ".popup");
    await page.keyboard.press("Escape");
    await tour(page, name);
    await clean(page);
  });

  s.scene(`${colorScheme}, narrow`, async () => {
    const page = await s.open({ viewport: narrow, colorScheme });
    const name = `${colorScheme}-narrow`;
    await menu(page, name);
    await tour(page, name);
    await page.getByRole("button", { name: "Dunia luar" }).click();
    await check(page, `${name}-world`, ".bar");
    await clean(page);
  });
}

// A narrow screen shows one phone at a time, with tabs and what was not read.

import assert from "node:assert/strict";
import { narrow, shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";
import { until } from "../driver/until.js";

const s = stage();

s.scene("one phone at a time", async () => {
  const page = await s.open({ viewport: narrow, hasTouch: true, isMobile: true });
  const [pegawai, opd, siip] = phonesOf(page);
  const tab = (name) => page.getByRole("tab", { name });
  assert.equal(await page.locator(".phone:visible").count(), 1);
  await shot(page, "narrow-1-pegawai");

  await pegawai.tap("Tambah");
  await pegawai.sees("Dari Panduan Jenis Diklat");
  await pegawai.type("spbe");
  await pegawai.sees("Pilih Jenis Diklat: 1–1 dari 1");
  await pegawai.tap("1");
  await pegawai.tap("Simpan");
  await pegawai.sees("Usulan Diklat No.");
  const badge = tab("Admin OPD").locator(".badge");
  await badge.filter({ hasText: /^\d+$/ }).waitFor();
  await shot(page, "narrow-2-badge");

  await tab("Admin OPD").click();
  await opd.sees("Pelatihan SPBE");
  assert.equal(await pegawai.node.isVisible(), false);
  assert.equal(await badge.isVisible(), false);
  await opd.tap("Teruskan");
  await opd.tap("Ya, Lanjutkan");
  await opd.sees("DITERUSKAN oleh");
  await tab("Admin OPD").press("ArrowRight");
  await siip.sees("Pelatihan SPBE");
  await shot(page, "narrow-3-siip");

  await page.getByRole("button", { name: "Dunia luar" }).click();
  await page.getByRole("button", { name: "Putuskan jaringan" }).waitFor();
  await shot(page, "narrow-4-world");
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wider, false);
  await page.reload();
  await siip.node.waitFor(); // the tab is kept
  await clean(page);
});

/** fits tells whether nothing of the page lies outside of the window. */
const fits = (page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const inside = [...document.querySelectorAll(".composer")].every((c) => c.getBoundingClientRect().bottom <= innerHeight);
    return scrollWidth <= innerWidth && scrollHeight <= innerHeight && inside;
  });

s.scene("a laptop shows three phones without scrolling the page", async () => {
  const page = await s.open();
  for (const [width, height] of [[1024, 768], [1280, 720], [1366, 768], [390, 844], [1440, 900], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await until(`it fits into ${width}×${height}`, () => fits(page));
    assert.equal(await page.locator(".phone:visible").count(), width < 1000 ? 1 : 3);
    const cut = await page.evaluate(() => [...document.querySelectorAll(".owner .name")].filter((n) => n.scrollWidth > n.clientWidth).length);
    assert.equal(cut, 0, `each name is readable in ${width}×${height}`);
    await until("the newest message is in sight", async () => (await page.locator(".to-end:visible").count()) === 0);
  }
  await clean(page);
});

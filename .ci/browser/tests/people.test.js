// Who is on the phones: chosen from all people, kept over a reload, brought in by the phone number.

import assert from "node:assert/strict";
import { ready, shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";
import { until } from "../driver/until.js";

const s = stage();
const name = (phone) => phone.node.locator(".name").first().textContent();

s.scene("somebody who has not come yet logs in, and a reload keeps everything", async () => {
  const page = await s.open();
  const [pegawai, opd] = phonesOf(page);
  await pegawai.node.getByRole("button", { name: /Ganti orang/ }).click();
  const dialog = page.getByRole("dialog", { name: "Pilih orang" });
  await dialog.getByRole("combobox").fill("wisnu lakonsari");
  await shot(page, "people-1-choose");
  await dialog.getByRole("option").first().click();
  await pegawai.node.locator(".name", { hasText: "Wisnu Lakonsari" }).waitFor();

  await pegawai.node.getByRole("button", { name: "Mulai" }).click();
  await pegawai.sees("belum terhubung dengan data pegawai");
  await pegawai.tap("Kirim Nomor HP");
  await shot(page, "people-2-contact");
  await page.getByRole("dialog", { name: "Bagikan nomor HP Anda?" }).getByRole("button", { name: "Bagikan" }).click();
  await pegawai.sees("Apakah ini Anda?");
  assert.equal(await pegawai.node.locator(".contact").count(), 1);
  await until("the keyboard goes", async () => (await pegawai.node.locator(".reply-key").count()) === 0);
  await pegawai.tap("Ya, ini saya");
  await pegawai.sees("sekarang terhubung dengan data pegawai");
  await pegawai.sees("Silakan pilih:");

  const shown = async () => JSON.stringify([await name(pegawai), await pegawai.rows(), await name(opd), await opd.rows()]);
  const [who, before] = [await name(pegawai), await shown()];
  await page.reload();
  await ready(page);
  await until("all is as it was", async () => (await shown()) === before);
  await page.evaluate(() => history.replaceState(null, "", "/")); // without the address, from what the browser keeps
  await page.reload();
  await ready(page);
  assert.equal(await name(pegawai), who);
  await clean(page);
});

s.scene("each role has its own menu of commands", async () => {
  const page = await s.open();
  const menus = [];
  for (const phone of phonesOf(page)) {
    await phone.node.getByRole("button", { name: "Menu", exact: true }).first().click();
    menus.push(await phone.node.locator(".commands .command").allTextContents());
    await page.keyboard.press("Escape");
  }
  const [pegawai, opd, siip] = menus;
  for (const menu of menus) for (const c of ["/start", "/usulan", "/bantuan", "/batal", "/keluar"]) assert.ok(menu.includes(c), `${c} is for all`);
  assert.ok(!pegawai.includes("/antrian") && opd.includes("/antrian") && siip.includes("/antrian"));
  for (const c of ["/rekap", "/daftar", "/tambah", "/kelola"]) assert.ok(!pegawai.includes(c) && siip.includes(c), `${c} is not for all`);
  assert.ok(!opd.includes("/rekap") && !opd.includes("/kelola"));
  await clean(page);
});

s.scene("two phones swap when one becomes the other", async () => {
  const page = await s.open();
  const [first, second] = [page.locator(".phone").nth(0), page.locator(".phone").nth(1)];
  const [a, b] = [await first.locator(".name").textContent(), await second.locator(".name").textContent()];
  await first.getByRole("button", { name: /Ganti orang/ }).click();
  await page.keyboard.type(b);
  await page.keyboard.press("Enter");
  await first.locator(".name", { hasText: b }).waitFor();
  await second.locator(".name", { hasText: a }).waitFor();
  await clean(page);
});

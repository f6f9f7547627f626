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

s.scene("what was being typed is there again, and the picker tells what everybody is in the middle of", async () => {
  const page = await s.open();
  const [pegawai, opd] = phonesOf(page);
  const field = (phone) => phone.node.locator("textarea");
  const choose = async (phone) => {
    await phone.node.getByRole("button", { name: /Ganti orang/ }).click();
    return page.getByRole("dialog", { name: "Pilih orang" });
  };
  const doing = (dialog, who) => dialog.getByRole("option").filter({ hasText: who }).locator(".doing-now").first();
  await pegawai.type("/start");
  await pegawai.tap("Tambah");
  await pegawai.sees("Dari Panduan Jenis Diklat");
  await field(opd).fill("Mohon dilengkapi dahulu");
  await page.reload();
  await ready(page);
  assert.equal(await field(opd).inputValue(), "Mohon dilengkapi dahulu");

  const [first, second] = [page.locator(".phone").nth(0), await name(opd)];
  const before = await name(pegawai);
  const dialog = await choose(pegawai);
  await dialog.getByRole("combobox").fill(second);
  assert.equal(await doing(dialog, second).textContent(), "Sedang mengetik: Mohon dilengkapi dahulu");
  await dialog.getByRole("combobox").fill(before);
  assert.equal(await doing(dialog, before).textContent(), "Sedang mengisi form");
  await dialog.getByRole("combobox").fill("wisnu lakonsari");
  assert.ok(["Belum masuk", "Belum membuka bot", "Di menu"].includes(await doing(dialog, "WISNU").textContent()));
  await dialog.getByRole("combobox").fill("");
  await shot(page, "people-3-doing");
  await dialog.getByRole("combobox").fill(second);
  await dialog.getByRole("option").first().click(); // the two phones swap, and so does what is being typed
  await first.locator(".name", { hasText: second }).waitFor();
  assert.equal(await first.locator("textarea").inputValue(), "Mohon dilengkapi dahulu");
  assert.equal(await page.locator(".phone").nth(1).locator("textarea").inputValue(), "");
  await first.locator("textarea").press("Enter");
  await until("it is sent", async () => (await first.locator("textarea").inputValue()) === "");
  await page.reload();
  await ready(page);
  assert.equal(await page.locator(".phone").nth(0).locator("textarea").inputValue(), "");
  await clean(page);
});

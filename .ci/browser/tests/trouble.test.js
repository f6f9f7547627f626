// What the outside world does: nothing that a person did is lost.

import assert from "node:assert/strict";
import { ready, shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";
import { until } from "../driver/until.js";
import { hasSeen } from "../driver/witness.js";

const s = stage();
const control = (page, name) => page.locator(".control").getByRole("button", { name });
const state = (page, words) => page.locator(".state").filter({ hasText: words }).waitFor();

s.scene("killed in the middle and started again", async () => {
  const page = await s.open();
  const [pegawai, opd] = phonesOf(page);
  await pegawai.tap("Tambah");
  await pegawai.sees("Dari Panduan Jenis Diklat");
  await pegawai.type("naskah");
  await pegawai.sees("Pilih Jenis Diklat: 1–1 dari 1");
  await pegawai.tap("1");
  await pegawai.sees("Apakah data ini sudah benar?");

  await control(page, "Matikan bot").click();
  await state(page, "Bot mati");
  await pegawai.tap("Simpan");
  await page.locator(".key.waiting").waitFor(); // it spins until it is answered
  await state(page, "Bot mati · 1 menunggu");
  await shot(page, "trouble-1-killed");
  await page.reload();
  await ready(page);
  await page.locator(".key.waiting", { hasText: "Simpan" }).waitFor(); // the tap waits on
  await control(page, "Hidupkan lagi").click();
  await state(page, "Bot berjalan");

  await pegawai.sees("Data Berhasil Di Tambah");
  await opd.sees("Pelatihan Tata Naskah Dinas");
  await page.locator(".key.waiting").waitFor({ state: "detached" });
  assert.equal(await opd.count("Pelatihan Tata Naskah Dinas"), 1);
  await clean(page);
});

s.scene("the network cut and restored", async () => {
  const page = await s.open();
  const [pegawai, opd, siip] = phonesOf(page);
  await control(page, "Putuskan jaringan").click();
  await state(page, "Jaringan putus");
  await opd.type("/bantuan");
  await siip.type("/bantuan");
  await state(page, "Jaringan putus · 2 menunggu");
  await shot(page, "trouble-2-network");
  await control(page, "Sambungkan jaringan").click();
  await state(page, "Jaringan tersambung");
  await opd.sees("Petunjuk untuk");
  await siip.sees("Petunjuk untuk");
  assert.equal(await pegawai.count("Petunjuk untuk"), 0);
  await clean(page);
});

s.scene("Telegram asks the bot to wait", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await control(page, "Batasi kiriman").click();
  await hasSeen(page, "state", /Menolak \d+ detik lagi/);
  await pegawai.type("/bantuan");
  await shot(page, "trouble-3-slow");
  await s.demo.post("/sim/heal"); // the bot still waits as long as it was told
  await pegawai.sees("Petunjuk untuk");
  await clean(page);
});

s.scene("the demo itself stops and comes back", async () => {
  const page = await s.open();
  const [pegawai, opd] = phonesOf(page);
  const before = await opd.rows();
  await s.demo.stop();
  await page.locator(".note").filter({ hasText: "Halaman terputus" }).waitFor();
  await shot(page, "trouble-4-lost");
  await s.demo.start();
  await page.locator(".note").filter({ hasText: "Halaman tersambung lagi" }).waitFor();
  await until("the chat is as it was", async () => (await opd.rows()).length >= before.length);
  assert.deepEqual((await opd.rows()).slice(0, before.length), before);
  await pegawai.type("/start");
  await pegawai.sees("Silakan pilih:");
  await page.reload();
  await ready(page);
  await clean(page, /ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RE/);
});

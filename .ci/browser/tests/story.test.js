// The whole story of one usulan over three phones: each sees at once what the other did.

import assert from "node:assert/strict";
import { shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";
import { until } from "../driver/until.js";

const s = stage();

s.scene("from Tambah to the rekap", async () => {
  const page = await s.open();
  const [pegawai, opd, siip] = phonesOf(page);
  assert.equal(await page.title(), "SIIP-ASN: demo");
  await page.getByText("semua orang rekaan, tidak ada yang dikirim ke Telegram").waitFor();
  await shot(page, "story-1-begin");

  await pegawai.tap("Tambah");
  await pegawai.sees("Form SIIP ASN");
  await pegawai.type("spbe");
  await pegawai.sees("Pilih Jenis Diklat: 1–1 dari 1");
  await shot(page, "story-2-panduan");
  await pegawai.tap("1");
  await pegawai.sees("Apakah data ini sudah benar?");
  await pegawai.tap("Simpan");
  await pegawai.hears("Data Berhasil Di Tambah");
  const card = await pegawai.sees("Usulan Diklat No.");
  assert.match(await card.innerText(), /USULAN MASUK[^]*Pelatihan SPBE/);
  const [number] = (await card.innerText()).match(/Usulan Diklat No\. \d+/); // others want the same diklat, and their cards are there

  await opd.sees("Terbaru: "); // others wait too: the newest is named in the queue message, and found by typing
  await opd.type("spbe");
  await opd.sees("Pencarian: spbe");
  await opd.tap("1");
  await opd.sees(number);
  await opd.tap("Teruskan");
  await opd.sees("Apakah Anda Ingin Meneruskan");
  await opd.tap("Ya, Lanjutkan");
  await opd.sees("DITERUSKAN oleh");
  await pegawai.sees("telah DITERUSKAN");
  await shot(page, "story-3-diteruskan");

  await siip.type("spbe");
  await siip.sees("Pencarian: spbe");
  await siip.tap("1");
  await siip.sees(number);
  await siip.tap("Setujui");
  await siip.sees("Apakah Anda Yakin Menyetujui");
  await siip.tap("Ya, Setujui");
  await pegawai.sees("telah DISETUJUI");
  await opd.sees("DISETUJUI oleh");
  // The card itself changed as well, and says so.
  await until("the card says it", async () => /DISETUJUI[^]*diedit/.test(await (await pegawai.sees("Usulan Diklat No.")).innerText()));

  await siip.type("/rekap");
  const file = siip.node.locator("a.file");
  await file.waitFor();
  assert.match(await file.innerText(), /Rekap_SIIP-ASN_\d{4}.*\.xlsx[^]*KB/);
  await shot(page, "story-4-rekap");
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  assert.match(download.suggestedFilename(), /^Rekap_SIIP-ASN_.*\.xlsx$/);
  await clean(page);
});

s.scene("a reason is chosen by its number, and thanks are answered by a sign", async () => {
  const page = await s.open();
  const [, opd] = phonesOf(page);
  await opd.type("antrean");
  await opd.sees("Antrean: ");
  await opd.tap("Revisi");
  await opd.sees("Apakah Anda Ingin Merevisi");
  await opd.tap("1");
  await opd.sees("Alasan Revisi:");
  await opd.tap("Simpan");
  await opd.hears("Usulan dikembalikan untuk direvisi.");
  await opd.type("terima kasih banyak");
  await opd.node.locator(".row.from-me").last().getByRole("img", { name: "Tanggapan bot: 👍" }).waitFor();
  await shot(page, "story-7-thanks");
  await clean(page);
});

s.scene("a list on paper opens from the chat", async () => {
  const page = await s.open();
  const [, , siip] = phonesOf(page);
  await siip.type("/daftar");
  await siip.tap("Cetak");
  const paper = siip.node.locator("a.file").filter({ hasText: /\.pdf.*Buka/ });
  await paper.waitFor();
  const answer = page.context().waitForEvent("response", (r) => r.url().includes("/sim/files/"));
  await paper.click();
  assert.equal((await answer).headers()["content-type"], "application/pdf");
  assert.match((await answer).headers()["content-disposition"], /^inline; filename=Daftar_SIIP-ASN_/);
  await clean(page);
});

s.scene("the weekly rekap arrives after a week", async () => {
  const page = await s.open();
  const [, , siip] = phonesOf(page);
  const before = await siip.node.locator("a.file").count();
  const days = await siip.node.locator(".day").count();
  const clock = page.locator(".clock");
  const day = await clock.textContent();
  await page.getByRole("button", { name: "Maju satu minggu" }).click();
  await page.locator(".note").filter({ hasText: "maju tujuh hari" }).waitFor();
  await siip.node.locator("a.file").nth(before).waitFor();
  await until("the clock shows another day", async () => (await clock.textContent()) !== day);
  assert.ok((await siip.node.locator(".day").count()) > days, "the messages have the date of the sample world");
  await siip.type("/start"); // and everybody goes on
  await siip.sees("Silakan pilih:");
  await shot(page, "story-5-week");
  await clean(page);
});

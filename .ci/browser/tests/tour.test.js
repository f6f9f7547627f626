// The guided tours lead through the whole story, and can be left and taken up again.

import assert from "node:assert/strict";
import { ready, shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";

const s = stage();
const step = (page, n) => page.locator(".tour-count", { hasText: `Langkah ${n} dari 5` }).waitFor();

/** follow presses what the ring shows; a command is taken from the menu. */
async function follow(page, phone, command) {
  const pointed = phone.node.locator(".pointed");
  await pointed.click();
  if (await phone.node.locator(".commands").isVisible()) await phone.node.getByRole("menuitem", { name: command }).click();
}

s.scene("three tours, one after the other", async () => {
  const page = await s.open({ viewport: { width: 1280, height: 720 } });
  const [pegawai, opd, siip] = phonesOf(page);
  await page.getByRole("button", { name: "Panduan" }).click();
  await page.getByRole("dialog", { name: "Siapa Anda?" }).getByText(`Di HP ${await pegawai.node.locator(".name").first().textContent()}`).waitFor();
  await shot(page, "tour-1-choose");
  await page.getByRole("button", { name: /^Pegawai/ }).last().click();
  for (const n of [1, 2, 3]) {
    await step(page, n);
    await follow(page, pegawai);
  }
  await step(page, 4);
  await shot(page, "tour-2-pegawai");
  await page.reload(); // it goes on where it was
  await ready(page);
  await step(page, 4);
  await follow(page, pegawai);
  await step(page, 5);
  await follow(page, pegawai);
  await page.getByRole("button", { name: "Lanjut: Admin OPD" }).click();

  for (const n of [1, 2, 3]) {
    await step(page, n);
    await follow(page, opd, "/antrian");
  }
  await opd.node.locator(".key.pointed", { hasText: "Teruskan" }).click(); // Kembali was first
  await step(page, 4);
  await follow(page, opd);
  await step(page, 5);
  await page.getByRole("region", { name: "Panduan Admin OPD" }).getByRole("button", { name: "Lewati", exact: true }).click();
  await page.getByRole("button", { name: "Lanjut: Admin SIIP-ASN" }).click();

  await step(page, 1);
  await follow(page, siip, "/antrian");
  await step(page, 2);
  await follow(page, siip);
  await step(page, 3);
  await shot(page, "tour-3-siip");
  await follow(page, siip);
  await step(page, 4);
  await follow(page, siip, "/daftar");
  await step(page, 5);
  await follow(page, siip, "/rekap");
  await page.getByText("Rekap yang sama datang sendiri").waitFor();
  await shot(page, "tour-4-done");
  await page.getByRole("button", { name: "Tutup panduan" }).click();
  assert.equal(await page.locator(".pointed").count(), 0);
  await clean(page);
});

s.scene("what is not there is not pointed to", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await page.getByRole("button", { name: "Panduan" }).click();
  await page.getByRole("button", { name: /^Pegawai/ }).last().click();
  await step(page, 1);
  const skip = page.getByRole("region", { name: "Panduan Pegawai" }).getByRole("button", { name: "Lewati", exact: true });
  await skip.click();
  await skip.click();
  await step(page, 3); // Simpan, and there is no form
  await page.locator(".hint", { hasText: "Tombol itu sedang tidak ada di HP ini" }).waitFor();
  assert.equal(await pegawai.node.locator(".pointed").count(), 0);
  await clean(page);
});

s.scene("who has proposed already is told what to do", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await page.getByRole("button", { name: "Panduan" }).click();
  await page.getByRole("button", { name: /^Pegawai/ }).last().click();
  await step(page, 1);
  await pegawai.type("/start");
  await pegawai.sees("Usulan Anda untuk periode");
  await pegawai.tap("Tambah");
  await page.locator(".hint", { hasText: "sudah mengusulkan tahun ini" }).waitFor();
  await clean(page);
});

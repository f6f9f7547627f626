// Files: sent by the button and by dropping them, shown as documents and pictures.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";

const s = stage();
const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const sending = (page) => page.getByRole("dialog", { name: "Kirim berkas ini?" });

s.scene("a workbook comes out of the chat, and goes in by the button", async () => {
  const page = await s.open();
  const [, , siip] = phonesOf(page);
  await siip.type("/kelola");
  await siip.tap("Pegawai");
  await siip.sees("kirim berkas Excel");
  await siip.tap("Templat");
  const template = siip.node.locator(".row.from-bot a.file").filter({ hasText: ".xlsx" }).last();
  await template.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), template.click()]);
  const buffer = readFileSync(await download.path());
  assert.equal(buffer.subarray(0, 2).toString(), "PK");

  const chosen = page.waitForEvent("filechooser");
  await siip.node.getByRole("button", { name: "Lampirkan berkas" }).click();
  await (await chosen).setFiles({ name: "data pegawai.xlsx", mimeType: sheet, buffer });
  await sending(page).getByText(/data pegawai\.xlsx · \d+,?\d* KB/).waitFor();
  await sending(page).getByLabel("Keterangan berkas").fill("Data pegawai terbaru");
  await shot(page, "files-1-ask");
  await sending(page).getByRole("button", { name: "Kirim" }).click();
  await siip.node.locator(".row.from-me a.file").filter({ hasText: "data pegawai.xlsx" }).waitFor();
  await siip.sees("Data pegawai terbaru");
  const answer = await siip.sees("Tidak ada yang disimpan");
  assert.match(await answer.innerText(), /belum berisi baris data/); // the bot has read it
  await shot(page, "files-2-read");
  await clean(page);
});

s.scene("a workbook dropped on a phone", async () => {
  const page = await s.open();
  const [pegawai, opd] = phonesOf(page);
  const files = await page.evaluateHandle((type) => {
    const data = new DataTransfer();
    data.items.add(new File(["isi berkas"], "daftar usulan.xlsx", { type }));
    return data;
  }, sheet);
  const frame = opd.node.locator(".frame");
  await frame.dispatchEvent("dragenter", { dataTransfer: files });
  await opd.node.getByText("Lepaskan berkas di sini").waitFor();
  await shot(page, "files-3-drop");
  await frame.dispatchEvent("dragover", { dataTransfer: files });
  await frame.dispatchEvent("drop", { dataTransfer: files });
  await sending(page).getByRole("button", { name: "Batal" }).click();
  assert.equal(await opd.node.locator("a.file").count(), 0);
  await frame.dispatchEvent("drop", { dataTransfer: files });
  await sending(page).getByRole("button", { name: "Kirim" }).click();
  await opd.node.locator("a.file").filter({ hasText: "daftar usulan.xlsx" }).waitFor();
  assert.equal(await pegawai.node.locator("a.file").count(), 0);
  await clean(page);
});

s.scene("a picture", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const picture = { name: "foto.png", mimeType: "image/png", buffer: Buffer.from(dot, "base64") };
  await pegawai.node.locator("input[type=file]").setInputFiles(picture);
  await sending(page).getByLabel("Kirim sebagai gambar").waitFor();
  await sending(page).getByRole("button", { name: "Kirim" }).click();
  const image = pegawai.node.locator(".picture img");
  await image.waitFor();
  assert.equal(await image.evaluate((img) => img.decode().then(() => img.naturalWidth)), 1);
  await clean(page);
});

// The picture of the README: the three phones on a working morning, in the middle of the story of an usulan. npm run picture
// writes .ci/demo.png.

import { join } from "node:path";
import { root } from "./driver/binary.js";
import { launch, open } from "./driver/browser.js";
import { Demo } from "./driver/demo.js";
import { phonesOf } from "./driver/phone.js";

const day = 24 * 3600;
const zone = 7 * 3600; // of WIB

/** untilMorning is how long it is until a quarter past nine of the next working day in WIB, as the clock of the demo reads it. */
function untilMorning() {
  const now = Math.floor(Date.now() / 1000) + zone;
  let morning = now - (now % day) + 9.25 * 3600;
  while (morning < now || [0, 6].includes(new Date(morning * 1000).getUTCDay())) morning += day;
  return `${morning - now}s`;
}

/** play brings each phone to something that is worth looking at. */
async function play(page) {
  const [pegawai, opd, siip] = phonesOf(page);
  await pegawai.tap("Tambah");
  await pegawai.sees("Dari Panduan Jenis Diklat");
  await pegawai.type("spbe");
  await pegawai.sees("Pilih Jenis Diklat: 1–1 dari 1");
  await pegawai.tap("1");
  await pegawai.tap("Simpan");
  await opd.sees("Pelatihan SPBE");
  await opd.tap("Teruskan");
  await opd.tap("Ya, Lanjutkan");
  await siip.sees("Pelatihan SPBE");
  await siip.tap("Setujui");
  await siip.tap("Ya, Setujui");
  await pegawai.sees("telah DISETUJUI");
  await opd.sees("DISETUJUI oleh");
  await siip.type("/rekap");
  await siip.node.locator("a.file").waitFor();
  await opd.type("/antrian");
  await opd.sees("Antrean: ");
}

const demo = await new Demo({ ahead: untilMorning() }).start();
const browser = await launch();
try {
  const page = await open(browser, demo);
  await play(page);
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => !document.querySelector(".toast, .key.waiting"));
  await page.evaluate(() => document.activeElement.blur());
  await page.screenshot({ path: join(root, ".ci/demo.png") });
} finally {
  await browser.close();
  await demo.remove();
}

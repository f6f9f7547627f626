// The picture of the README: the three phones in the middle of a story. npm run picture writes .ci/demo.png.

import { join } from "node:path";
import { root } from "./driver/binary.js";
import { launch, open } from "./driver/browser.js";
import { Demo } from "./driver/demo.js";
import { phonesOf } from "./driver/phone.js";

const demo = await new Demo().start();
const browser = await launch();
try {
  const page = await open(browser, demo);
  const [pegawai, opd, siip] = phonesOf(page);
  await pegawai.tap("Tambah");
  await pegawai.tap("Dari Panduan Jenis Diklat");
  await pegawai.tap("Pelatihan SPBE");
  await pegawai.tap("Simpan");
  await opd.sees("Pelatihan SPBE");
  await opd.tap("Teruskan");
  await opd.tap("Ya, Lanjutkan");
  await siip.sees("Pelatihan SPBE");
  await pegawai.sees("telah DITERUSKAN");
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => !document.querySelector(".toast"));
  await page.screenshot({ path: join(root, ".ci/demo.png") });
} finally {
  await browser.close();
  await demo.remove();
}

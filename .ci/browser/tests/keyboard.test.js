// Everything can be done with the keyboard alone.

import assert from "node:assert/strict";
import { shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";
import { until } from "../driver/until.js";

const s = stage();

/** held is what has the focus, as it reads. */
const held = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") || document.activeElement.textContent.trim());

/** tabTo presses Tab until something with these words has the focus. */
async function tabTo(page, words) {
  for (let i = 0; i < 40; i++) {
    if (words.test(await held(page))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${words}, but to ${await held(page)}`);
}

/** arrowTo moves between the buttons of a chat. */
async function arrowTo(page, words) {
  for (const key of ["ArrowRight", "ArrowLeft"]) {
    for (let i = 0; i < 40; i++) {
      if (words.test(await held(page))) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error(`the arrows never came to ${words}`);
}

s.scene("an usulan without a mouse", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await page.keyboard.press("Tab");
  assert.equal(await held(page), "Lewati ke HP");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Percakapan .* dengan bot$/);
  await page.keyboard.press("Tab"); // the buttons of a chat are one stop
  await arrowTo(page, /Tambah$/);
  await shot(page, "keyboard-1-focus");
  await page.keyboard.press("Enter");
  for (const [seen, key] of [
    ["Dari Panduan Jenis Diklat", /^1$/],
    ["Apakah data ini sudah benar?", /Simpan$/],
  ]) {
    await pegawai.sees(seen);
    // The message that had the focus was drawn anew; the focus stayed in it.
    await until("the focus is in the chat", () => page.evaluate(() => Boolean(document.activeElement.closest(".messages .row"))));
    await arrowTo(page, key);
    await page.keyboard.press("Enter");
  }
  await pegawai.sees("Usulan Diklat No.");

  await tabTo(page, /^Menu$/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  await page.keyboard.type("/bantuan");
  await page.keyboard.press("Enter");
  await pegawai.sees("Petunjuk untuk");
  await clean(page);
});

s.scene("dialogs give the focus back", async () => {
  const page = await s.open();
  await page.locator(".person").first().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.press("ArrowDown");
  const option = await page.getByRole("combobox").getAttribute("aria-activedescendant");
  assert.ok(option.startsWith("person-"));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.match(await held(page), /Ganti orang$/);
  await clean(page);
});

// Messages of every kind, sent by a bot that the test plays itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BotAPI } from "../driver/botapi.js";
import { shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";

let bot, chat;

const s = stage({
  async ready({ demo }) {
    [chat] = (await demo.get("/demo/state")).phones;
    await demo.post("/demo/kill");
    bot = new BotAPI(demo);
  },
});

test("words in all their styles, and nothing of them is HTML", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const long = "baris yang panjang sekali ".repeat(12);
  await bot.say(
    chat,
    `😀 <b>tebal <i>dan miring</i></b> <u>garis</u> <s>coret</s> <code>kode</code> <tg-spoiler>rahasia</tg-spoiler> ` +
      `<a href="https://example.org/">tautan</a> &lt;img src=x onerror=alert(1)&gt;\n` +
      `<blockquote>kutipan</blockquote><blockquote expandable>${long}</blockquote>/start`,
  );
  const row = await pegawai.sees("kutipan");
  assert.equal(await row.locator("strong").first().textContent(), "tebal ");
  assert.equal(await row.locator("strong em").textContent(), "dan miring");
  assert.equal(await row.locator("code").textContent(), "kode");
  assert.equal(await row.locator("img").count(), 0);
  assert.match(await row.textContent(), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await row.locator("a").getAttribute("href"), "https://example.org/");
  assert.equal(await row.locator("a").getAttribute("rel"), "noopener noreferrer");
  const folded = row.locator("blockquote").nth(1);
  const low = (await folded.boundingBox()).height;
  await shot(page, "bubbles-1-styles");
  await row.getByRole("button", { name: "Selengkapnya" }).click();
  assert.ok((await folded.boundingBox()).height > low);
  await row.getByRole("button", { name: /tersembunyi/ }).click();
  await row.getByText("rahasia").waitFor();
  await row.getByRole("button", { name: "/start" }).click();
  await pegawai.node.locator(".row.from-me").filter({ hasText: "/start" }).last().waitFor();
  await clean(page);
});

test("buttons with colours, a spinner, a toast and an alert", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const rows = [
    [{ text: "Setuju", callback_data: "a", style: "success" }, { text: "Hapus data", callback_data: "b", style: "danger" }],
    [{ text: "Utama", callback_data: "c", style: "primary" }],
    [{ text: "Situs", url: "https://example.org/" }, { text: "Salin", copy_text: { text: "1901" } }],
  ];
  await bot.say(chat, "Silakan tekan", { reply_markup: { inline_keyboard: rows } });
  await pegawai.sees("Silakan tekan");
  const lines = pegawai.node.locator(".row").last().locator(".line");
  assert.deepEqual(await lines.evaluateAll((list) => list.map((l) => l.childElementCount)), [2, 1, 2]);
  await pegawai.tap("Setuju");
  await pegawai.node.locator(".key.waiting", { hasText: "Setuju" }).waitFor();
  await shot(page, "bubbles-2-spinner");
  let tap = await bot.next("callback_query");
  assert.equal(tap.data, "a");
  await bot.call("answerCallbackQuery", { callback_query_id: tap.id, text: "Sudah disimpan" });
  await pegawai.hears("Sudah disimpan");
  await pegawai.node.locator(".key.waiting").waitFor({ state: "detached" });
  assert.equal(await pegawai.node.locator(".toast").count(), 1);
  await pegawai.tap("Hapus data");
  tap = await bot.next("callback_query");
  await bot.call("answerCallbackQuery", { callback_query_id: tap.id, text: "Tidak dapat dihapus.", show_alert: true });
  const alert = page.getByRole("alertdialog");
  await alert.getByText("Tidak dapat dihapus.").waitFor();
  await shot(page, "bubbles-3-alert");
  await alert.getByRole("button", { name: "OK" }).click();
  await alert.waitFor({ state: "detached" });
  await clean(page);
});

test("a forced reply, a reply keyboard, what the bot does, and unread messages", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await bot.say(chat, "Tulis alasannya", { reply_markup: { force_reply: true, input_field_placeholder: "Alasan" } });
  await pegawai.node.getByText("Membalas: Tulis alasannya").waitFor();
  await pegawai.type("Karena perlu");
  const said = await bot.next("message");
  assert.equal(said.reply_to_message.text, "Tulis alasannya");
  await pegawai.node.locator(".replied").filter({ hasText: "Tulis alasannya" }).waitFor();

  await bot.say(chat, "Pilih", { reply_markup: { keyboard: [["Satu", "Dua"], ["Tiga"]], resize_keyboard: true } });
  await pegawai.tap("Dua");
  assert.equal((await bot.next("message")).text, "Dua");

  await bot.call("sendChatAction", { chat_id: chat, action: "typing" });
  await pegawai.node.getByText("mengetik…").waitFor();
  await bot.call("sendChatAction", { chat_id: chat, action: "upload_document" });
  await pegawai.node.getByText("mengirim berkas…").waitFor();

  const box = pegawai.node.locator(".messages");
  for (let i = 0; i < 12; i++) await bot.say(chat, `Pesan ${i}\n\n\n\nselesai`);
  await pegawai.sees("Pesan 11");
  await box.evaluate((node) => node.scrollTo(0, 0));
  const down = pegawai.node.getByRole("button", { name: "Ke pesan terakhir" });
  await down.waitFor();
  await bot.say(chat, "Yang baru 1");
  await bot.say(chat, "Yang baru 2");
  await down.filter({ hasText: "2" }).waitFor();
  await shot(page, "bubbles-4-unread");
  await down.click();
  await down.waitFor({ state: "hidden" });
  await clean(page);
});

test("a message is changed and deleted by who wrote it", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  await pegawai.type("Salah ketik");
  const row = await pegawai.sees("Salah ketik");
  await row.locator(".bubble").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Ubah" }).click();
  await pegawai.type("Sudah benar");
  const now = await pegawai.sees("Sudah benar");
  await now.getByText("diedit").waitFor();
  await now.hover();
  await now.getByRole("button", { name: "Pilihan untuk pesan ini" }).click();
  await shot(page, "bubbles-5-menu");
  await page.getByRole("menuitem", { name: "Hapus" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hapus" }).click();
  await now.waitFor({ state: "detached" });
  await clean(page);
});

// Messages of every kind, sent by a bot that the test plays itself.

import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../driver/binary.js";
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

s.scene("words in all their styles, and nothing of them is HTML", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const long = "baris yang panjang sekali ".repeat(12);
  await bot.say(
    chat,
    `😀 <b>tebal <i>dan miring</i></b> <u>garis</u> <s>coret</s> <code>kode</code> <tg-spoiler>rahasia</tg-spoiler> ` +
      `<a href="https://example.org/">tautan</a> &lt;img src=x onerror=alert(1)&gt;\n` +
      `<blockquote>kutipan</blockquote>\n<blockquote expandable>${long}</blockquote>\n/start`,
  );
  const row = await pegawai.sees("kutipan");
  assert.equal(await row.locator("strong").first().textContent(), "tebal ");
  assert.equal(await row.locator("strong em").textContent(), "dan miring");
  assert.equal(await row.locator("code").textContent(), "kode");
  assert.equal(await row.locator("img").count(), 0);
  assert.match(await row.textContent(), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await row.locator("a").getAttribute("href"), "https://example.org/");
  assert.equal(await row.locator("a").getAttribute("rel"), "noopener noreferrer");
  const [short, folded] = [row.locator("blockquote").nth(0), row.locator("blockquote").nth(1)];
  const [above, under] = [await short.boundingBox(), await folded.boundingBox()];
  assert.ok(under.y - above.y - above.height < 12, "no empty line stands between two quotations");
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

s.scene("a picture from the bot, and text that a tap copies", async () => {
  const page = await s.open({ permissions: ["clipboard-read", "clipboard-write"] });
  const [pegawai] = phonesOf(page);
  await bot.photo(chat, join(root, ".ci/demo.png"), "Pindai <b>gambar</b> ini");
  const row = await pegawai.sees("Pindai gambar ini");
  const image = row.locator(".picture img");
  assert.ok((await image.evaluate((img) => img.decode().then(() => img.naturalWidth))) > 100);
  await bot.say(chat, "Kode aktivasi: <code>K7QF-2M9X</code>");
  await (await pegawai.sees("Kode aktivasi")).getByRole("button", { name: "K7QF-2M9X" }).press("Enter");
  await pegawai.hears("Teks disalin.");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "K7QF-2M9X");
  await shot(page, "bubbles-6-picture");
  await clean(page);
});

s.scene("a link to the bot itself stays in the chat", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const { username } = (await s.demo.get("/sim/state")).bot;
  await bot.say(chat, `Silakan buka <a href="https://t.me/${username}?start=K7QF2M9X">tautan aktivasi</a>`);
  await (await pegawai.sees("tautan aktivasi")).getByRole("link", { name: "tautan aktivasi" }).click();
  await pegawai.node.locator(".row.from-me").filter({ hasText: "/start K7QF2M9X" }).waitFor();
  assert.equal(page.context().pages().length, 1);
  await clean(page);
});

s.scene("buttons with colours, a spinner, a toast and an alert", async () => {
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
  assert.equal((await pegawai.heard()).filter((t) => t === "Sudah disimpan").length, 1); // it comes on two ways
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

s.scene("a forced reply, a reply keyboard, what the bot does, and unread messages", async () => {
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
  await pegawai.notices("mengetik…");
  await bot.call("sendChatAction", { chat_id: chat, action: "upload_document" });
  await pegawai.notices("mengirim berkas…");

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

s.scene("what changes above the screen moves nothing on it", async () => {
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const card = await bot.say(chat, "Kartu lama");
  for (let i = 0; i < 12; i++) await bot.say(chat, `Bacaan ${i}\n\n\n\nselesai`);
  const read = await pegawai.sees("Bacaan 6\n");
  await read.evaluate((row) => row.scrollIntoView({ block: "start" }));
  const { y } = await read.boundingBox();
  const stays = async () => assert.ok(Math.abs((await read.boundingBox()).y - y) < 1);
  await bot.call("editMessageText", { chat_id: chat, message_id: card.message_id, text: "Kartu baru\n\n\n\n\n\nselesai" });
  await pegawai.sees("Kartu baru");
  await stays();
  await bot.call("deleteMessage", { chat_id: chat, message_id: card.message_id });
  await pegawai.node.locator(".row", { hasText: "Kartu baru" }).waitFor({ state: "detached" });
  await stays();
  await clean(page);
});

s.scene("a message is changed and deleted by who wrote it", async () => {
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
  const about = now.getByRole("button", { name: "Pilihan untuk pesan ini" });
  const [dots, time] = [await about.boundingBox(), await now.locator("time").boundingBox()];
  assert.ok(dots.y + dots.height < time.y + time.height / 2, "the time can be read beside it");
  await about.click();
  await shot(page, "bubbles-5-menu");
  await page.getByRole("menuitem", { name: "Hapus" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hapus" }).click();
  await now.waitFor({ state: "detached" });
  await clean(page);
});

// A large sample world stays quick: thousands of people to choose from, and a chat with a thousand messages.

import assert from "node:assert/strict";
import { BotAPI } from "../driver/botapi.js";
import { shot } from "../driver/browser.js";
import { phonesOf } from "../driver/phone.js";
import { clean, stage } from "../driver/stage.js";

const s = stage();

/** crowd adds invented people to those of the sample world. */
async function crowd(page) {
  await page.route("**/sim/state", async (route) => {
    const answer = await route.fetch();
    const state = await answer.json();
    const [model] = state.people.filter((p) => p.tags[0] === "Pegawai");
    for (let n = state.people.length; n < 5000; n++) {
      state.people.push({ ...model, id: 7_200_000_000 + n, name: `Warga Rekaan ${n}`, about: `WARGA REKAAN ${n} · Guru` });
    }
    await route.fulfill({ response: answer, json: state });
  });
}

s.scene("five thousand people", async () => {
  const page = await s.open({ before: crowd });
  const [pegawai] = phonesOf(page);
  await pegawai.node.locator(".person").click();
  const dialog = page.getByRole("dialog", { name: "Pilih orang" });
  await dialog.getByText("5.000 orang").waitFor();
  assert.ok((await dialog.getByRole("option").count()) < 200);
  for (let i = 0; i < 3; i++) await dialog.getByRole("listbox").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await dialog.getByText("WARGA REKAAN 100", { exact: true }).waitFor();
  await dialog.getByRole("combobox").fill("rekaan 4321");
  await dialog.getByText("WARGA REKAAN 4321", { exact: true }).waitFor();
  await shot(page, "crowd-1-people");
  await dialog.getByRole("combobox").fill("wisnu lakonsari");
  await dialog.getByRole("option").first().click();
  await pegawai.node.locator(".name", { hasText: "Wisnu Lakonsari" }).waitFor();
  await clean(page);
});

s.scene("a thousand messages", async () => {
  const [chat] = (await s.demo.get("/demo/state")).phones;
  await s.demo.post("/demo/kill");
  const bot = new BotAPI(s.demo);
  for (let i = 0; i < 1000; i += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, k) => bot.say(chat, `Pesan <b>${i + k}</b>`)));
  }
  const page = await s.open();
  const [pegawai] = phonesOf(page);
  const rows = pegawai.node.locator(".row");
  assert.ok((await rows.count()) <= 60);
  const box = pegawai.node.locator(".messages");
  const first = await rows.first().getAttribute("data-id");
  await box.evaluate((node) => node.scrollTo(0, 0));
  await page.waitForFunction((id) => document.querySelector(".row").dataset.id !== id, first);
  assert.ok(await pegawai.node.locator(`.row[data-id="${first}"]`).isVisible()); // what was looked at stays
  await Promise.all(Array.from({ length: 100 }, (_, k) => bot.say(chat, `Kilat ${k}`)));
  await bot.say(chat, "Terakhir");
  await pegawai.sees("Terakhir");
  await pegawai.node.getByRole("button", { name: /Ke pesan terakhir, 101/ }).click();
  assert.ok((await rows.count()) <= 180);
  await shot(page, "crowd-2-messages");
  await clean(page);
});

// The menus of a phone and of a message.

import { act } from "./acts.js";
import { ask } from "./dialog.js";
import { popup } from "./popup.js";

export function phoneMenu(phone, button) {
  const blocked = phone.person.blocked;
  popup(button, phone.part("frame"), [
    { label: "Ke menu utama", icon: "menu", act: () => act(phone, "send", { text: "/start" }) },
    blocked
      ? { label: "Buka blokir bot", icon: "check", act: () => act(phone, "block", { blocked: false }) }
      : { label: "Blokir bot", icon: "close", danger: true, act: () => act(phone, "block", { blocked: true }) },
  ]);
}

export function messageMenu(phone, m, e) {
  // The browser's own menu is of use on a link and on words that were selected.
  if (e.type === "contextmenu" && (e.target.closest("a") || !getSelection().isCollapsed)) return;
  e.preventDefault();
  const text = m.text || m.caption;
  const items = [{ label: "Balas", icon: "reply", act: () => phone.composer.reply(m) }];
  if (text) items.push({ label: "Salin teks", icon: "copy", act: () => phone.acts.copy(text) });
  if (!m.out && m.text) items.push({ label: "Ubah", icon: "edit", act: () => phone.composer.edit(m) });
  items.push({ label: "Hapus", icon: "bin", danger: true, act: () => remove(phone, m) });
  const row = phone.list.row(m.message_id);
  popup(row.querySelector(".about"), phone.part("frame"), items);
}

async function remove(phone, m) {
  const yes = await ask({
    over: phone.part("frame"),
    title: "Hapus pesan ini?",
    text: "Pesan hilang dari percakapan. Bot tidak diberi tahu.",
    actions: [
      { label: "Batal", value: false },
      { label: "Hapus", value: true, kind: "grave" },
    ],
  });
  if (yes) act(phone, "delete", { message_id: m.message_id });
}

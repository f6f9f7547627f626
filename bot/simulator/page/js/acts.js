// What can be done from inside of a message.

import { post } from "./server.js";

/** acts gives the bubbles of a phone their hands. */
export function acts(phone) {
  return {
    taps: phone.taps,
    toast: (toast) => phone.notices.show(toast),
    menu: (m, e) => phone.menu(m, e),
    jump: (id) => phone.list.jump(id),
    command: (text) => send(phone, text),
    copy: (text) => copy(phone, text),
    link: (url, e) => follow(phone, url, e),
  };
}

/** send says something as the person of the phone; it tells whether that worked. */
export async function send(phone, text, replyTo = 0) {
  return act(phone, "send", { text, reply_to: replyTo });
}

/** act does something in the chat of the phone, and says when it cannot. */
export async function act(phone, what, body) {
  try {
    await post(`/sim/chats/${phone.chat.id}/${what}`, body);
    return true;
  } catch (err) {
    phone.notices.show({ text: err.message });
    return false;
  }
}

async function copy(phone, text) {
  try {
    await navigator.clipboard.writeText(text);
    phone.notices.show({ text: "Teks disalin." });
  } catch {
    phone.notices.show({ text: "Peramban tidak mengizinkan penyalinan." });
  }
}

/** follow opens a link. One to the bot itself stays here: it is what its deep links do. */
function follow(phone, url, e) {
  const target = botLink(url, phone.people.bot.username);
  if (target === null) {
    if (e.currentTarget.tagName !== "A") window.open(url, "_blank", "noopener,noreferrer");
    return;
  }
  e.preventDefault();
  send(phone, target ? `/start ${target}` : "/start");
}

/** botLink is what a link to the bot carries, null for any other link. */
function botLink(url, username) {
  try {
    const u = new URL(url);
    const path = u.pathname.slice(1).toLowerCase();
    if (!/^(t|telegram)\.me$/.test(u.hostname) || path !== username.toLowerCase()) return null;
    return u.searchParams.get("start") ?? "";
  } catch {
    return null;
  }
}

// Sending a file: it is shown first, with a caption, and can be sent as a picture.

import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { postForm } from "./server.js";
import { size } from "./words.js";

const biggest = 64 * 1024 ** 2;

/** pick lets a button choose a file. */
export function pick(phone, button, input) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = ""; // the same file can be chosen again
    for (const file of files) await offer(phone, file);
  });
}

/** offer asks whether a file shall go, and sends it. */
export async function offer(phone, file) {
  if (file.size > biggest) return phone.notices.show({ text: `Berkas terlalu besar (${size(file.size)}). Paling besar 64 MB.` });
  const chat = phone.chat;
  const caption = el("input", { type: "text", maxlength: "1024", placeholder: "Keterangan (boleh kosong)", "aria-label": "Keterangan berkas" });
  const asPicture = el("input", { type: "checkbox", checked: true });
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.type);
  const yes = await ask({
    over: phone.part("frame"),
    title: "Kirim berkas ini?",
    text: `${file.name} · ${size(file.size)}`,
    body: (close) => {
      caption.addEventListener("keydown", (e) => e.key === "Enter" && close(true));
      return el("div.upload", {}, caption, isPicture && el("label", {}, asPicture, " Kirim sebagai gambar"));
    },
    actions: [
      { label: "Batal", value: false },
      { label: "Kirim", value: true, kind: "solid" },
    ],
  });
  if (yes && chat === phone.chat) await send(phone, file, caption.value.trim(), isPicture && asPicture.checked);
}

async function send(phone, file, caption, asPicture) {
  const form = new FormData();
  form.append("caption", caption);
  if (asPicture) form.append("as", "photo");
  form.append("file", file, file.name);
  phone.doing("mengunggah…");
  try {
    await postForm(`/sim/chats/${phone.chat.id}/upload`, form);
  } catch (err) {
    phone.notices.show({ text: err.message });
  }
  phone.doing("");
}

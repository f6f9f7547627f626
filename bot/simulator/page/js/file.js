// What a message carries besides words: a document, a picture, a contact, a sticker.

import { el, icon } from "./dom.js";
import { size } from "./words.js";

/** drawFile is null for a message of words only. */
export function drawFile(m) {
  if (m.document) return document_(m);
  if (m.picture) return picture(m);
  if (m.contact) return contact(m.contact);
  if (m.sticker) return el("p.sticker", {}, m.sticker.emoji || "🙂");
  return null;
}

const kinds = { xlsx: "sheet", xls: "sheet", csv: "sheet", pdf: "pdf", doc: "words", docx: "words", zip: "zip" };

function document_(m) {
  const name = m.document.file_name || "berkas";
  const ending = (/\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? "").toLowerCase();
  const bytes = size(m.document.file_size ?? 0);
  const [verb, way] = ending === "pdf" ? ["Buka", { target: "_blank", rel: "noopener" }] : ["Unduh", { download: name }];
  return el(
    "a.file",
    { href: m.download, ...way, "aria-label": `${verb} ${name}, ${bytes}` },
    el("span.file-icon", { "data-kind": kinds[ending] ?? "other", "aria-hidden": "true" }, ending.toUpperCase() || "?"),
    el("span.file-words", {}, el("span.file-name", {}, name), el("span.file-size", {}, `${bytes} · ${verb}`)),
  );
}

function picture(m) {
  const biggest = m.photo[m.photo.length - 1];
  const image = el("img", { src: m.picture, alt: m.caption || "Gambar", width: biggest.width, height: biggest.height });
  return el("a.picture", { href: m.picture, target: "_blank", rel: "noopener", "aria-label": "Buka gambar" }, image);
}

function contact(c) {
  const name = [c.first_name, c.last_name].filter(Boolean).join(" ");
  return el(
    "div.contact",
    {},
    el("span.file-icon", { "data-kind": "contact", "aria-hidden": "true" }, icon("phone")),
    el("span.file-words", {}, el("span.file-name", {}, name), el("span.file-size", {}, c.phone_number)),
  );
}

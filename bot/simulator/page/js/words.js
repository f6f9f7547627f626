// How times, sizes and names are written.

const zone = "Asia/Jakarta";
const format = (options) => new Intl.DateTimeFormat("id-ID", { timeZone: zone, ...options });
const hours = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const days = format({ day: "numeric", month: "long", year: "numeric" });
const clocks = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** time is 09.15 for seconds since 1970. */
export const time = (seconds) => hours.format(seconds * 1000).replace(":", ".");

/** day is "24 November 2026". */
export const day = (seconds) => days.format(seconds * 1000);

/** clock is what the sample world shows: "Sel, 24 Nov 2026 · 09.15 WIB". */
export const clock = (ms) => `${clocks.format(ms)} · ${time(ms / 1000)} WIB`;

/** size is 12,3 KB. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [n, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "KB"] : [bytes / 1024 ** 2, "MB"];
  return `${n.toLocaleString("id-ID", { maximumFractionDigits: 1 })} ${unit}`;
}

/** initials are at most two letters. */
export const initials = (name) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((w) => w[0].toUpperCase())
    .join("");

/** plain is the label of a button without the emoji before it. */
export const plain = (label) => label.replace(/^[^\p{L}\p{N}/]+/u, "");

/** summary is a message in one line. */
export function summary(m) {
  const words = (m.text || m.caption || "").replace(/\s+/g, " ").trim();
  if (m.document) return `Berkas ${m.document.file_name || ""} ${words}`.trim();
  if (m.photo?.length) return `Gambar ${words}`.trim();
  if (m.contact) return `Kontak ${m.contact.first_name}`;
  if (m.sticker) return `Stiker ${m.sticker.emoji || ""}`.trim();
  return words;
}

/** short cuts a text. */
export const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

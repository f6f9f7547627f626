// A file can be dropped on a phone, or pasted into its field.

import { offer } from "./upload.js";

export function drops(phone) {
  const node = phone.part("frame");
  let inside = 0; // dragenter and dragleave come for each element on the way
  const show = (n) => {
    inside = n;
    node.classList.toggle("dropping", n > 0);
  };
  const withFiles = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
  node.addEventListener("dragenter", (e) => withFiles(e) && show(inside + 1));
  node.addEventListener("dragleave", (e) => withFiles(e) && show(Math.max(0, inside - 1)));
  node.addEventListener("dragover", (e) => withFiles(e) && e.preventDefault());
  node.addEventListener("drop", (e) => {
    if (!withFiles(e)) return;
    e.preventDefault();
    show(0);
    offerAll(phone, e.dataTransfer.files);
  });
  node.addEventListener("paste", (e) => {
    if (!e.clipboardData?.files.length) return;
    e.preventDefault();
    offerAll(phone, e.clipboardData.files);
  });
}

async function offerAll(phone, files) {
  for (const file of [...files]) await offer(phone, file);
}

/** keepPage stops the browser from leaving the page for a file that missed the phones. */
export function keepPage() {
  for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (e) => e.preventDefault());
}

// What stands on the page for a moment only can be gone before a test looks, on a machine that is busy with other things: a
// witness in the page writes it down.

/** testify runs in the page, before anything else does. */
function testify() {
  window.seen = []; // { role, kind, text }
  const kinds = { toast: "toast", doing: "doing", words: "state", note: "note" };
  const note = (node) => {
    const kind = kinds[[...node.classList].find((name) => name in kinds)];
    const role = node.closest(".phone")?.dataset.role ?? "";
    if (kind && node.textContent) window.seen.push({ role, kind, text: node.textContent });
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === Node.ELEMENT_NODE) note(target);
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE && node.classList.contains("toast")) note(node);
    }
  }).observe(document, { childList: true, subtree: true });
}

export const watchPage = (page) => page.addInitScript(testify);

/** hasSeen waits until something of a kind with these words has stood on the page, on the phone of a role or beside them. */
export async function hasSeen(page, kind, words, role = "") {
  const pattern = words instanceof RegExp ? words.source : words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  await page.waitForFunction(
    ([kind, pattern, role]) => window.seen.some((s) => s.kind === kind && s.role === role && new RegExp(pattern, "u").test(s.text)),
    [kind, pattern, role],
  );
}

/** allSeen are the texts of a kind that have stood on the phone of a role. */
export const allSeen = (page, kind, role = "") =>
  page.evaluate(([kind, role]) => window.seen.filter((s) => s.kind === kind && s.role === role).map((s) => s.text), [kind, role]);

// Asking the demo: everything goes to the address the page came from.

/** Refused is what could not be done, with words for the person. */
export class Refused extends Error {
  constructor(words, status) {
    super(words);
    this.status = status; // 0: the demo does not answer
  }
}

export const gone = "Demo tidak menjawab. Mohon periksa apakah programnya masih berjalan.";

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new Refused(gone, 0);
  }
  if (!answer.ok) throw new Refused(`Tidak dapat dilakukan (${answer.status}).`, answer.status);
  if (answer.status === 204) return null;
  try {
    return await answer.json();
  } catch {
    throw new Refused(gone, 0); // cut off in the middle
  }
}

export const get = (path) => ask(path, { cache: "no-store" });

/** post sends JSON. The header tells the demo that it was this page: other sites cannot set it. */
export const post = (path, body = {}) =>
  ask(path, {
    method: "POST",
    headers: { "X-Simulator": "1", "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

/** postForm sends a file. */
export const postForm = (path, form) => ask(path, { method: "POST", headers: { "X-Simulator": "1" }, body: form });

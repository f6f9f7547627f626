// Waiting: always for a condition, never for a time. The machine may be busy with much else.

/** patience is how long anything may take before a test gives up, in milliseconds. */
export const patience = 60_000;

/** until waits until a condition holds; the value is what it gave. */
export async function until(what, condition) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`it never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

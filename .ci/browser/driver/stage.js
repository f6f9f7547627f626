// What a file of tests needs: a demo and a browser, started before its tests and gone after them.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { launch, open } from "./browser.js";
import { Demo } from "./demo.js";

/** stage takes how many people there are, and what is to be done before the tests. */
export function stage({ people, ready } = {}) {
  const stage = {
    /** open shows the demo in a page of its own. */
    open: (options) => open(stage.browser, stage.demo, options),
  };
  before(async () => {
    [stage.demo, stage.browser] = await Promise.all([new Demo(people).start(), launch()]);
    await ready?.(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.demo?.remove();
  });
  return stage;
}

/** clean ends with a page in which nothing went wrong, but for what the test itself caused. */
export async function clean(page, ...caused) {
  const problems = page.problems.filter((p) => !caused.some((pattern) => pattern.test(p)));
  await page.context().close();
  assert.deepEqual(problems, []);
}

/** until waits until a condition holds; the value is what it gave. */
export async function until(what, condition, ms = 15_000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`it never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// What a file of tests needs: a demo and a browser, started before its tests and gone after them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, shot } from "./browser.js";
import { Demo } from "./demo.js";
import { patience } from "./until.js";

/** stage takes how many people there are, and what is to be done before the tests. */
export function stage({ people, ready } = {}) {
  const stage = {
    pages: [], // of the scene that is played

    /** open shows the demo in a page of its own. */
    async open(options) {
      const page = await open(stage.browser, stage.demo, options);
      stage.pages.push(page);
      return page;
    },

    /** scene is a test. When it fails, it tells what the pages showed then. */
    scene(name, play) {
      test(name, { timeout: 5 * patience }, async (t) => {
        stage.pages = [];
        try {
          await play(t);
        } catch (err) {
          for (const [i, page] of stage.pages.entries()) await report(t, page, `failed-${name}-${i + 1}`);
          t.diagnostic(`the demo has said: ${stage.demo.log.join("").trim()}`);
          throw err;
        } finally {
          await Promise.all(stage.pages.map((page) => page.context().close()));
        }
      });
    },
  };
  before(async () => {
    const [demo, browser] = await Promise.allSettled([new Demo({ people }).start(), launch()]);
    [stage.demo, stage.browser] = [demo.value, browser.value];
    for (const { reason } of [demo, browser]) if (reason) throw reason;
    await ready?.(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.demo?.remove();
  });
  return stage;
}

/** report tells what is on a page: a picture, what went wrong, how things stand, and the newest messages of each phone. */
async function report(t, page, name) {
  const say = (what, text) => t.diagnostic(`${what}: ${text}`);
  try {
    say("picture", await shot(page, name.replace(/[^\w-]+/g, "-")));
    for (const problem of page.problems) say("problem", problem);
    say("states", (await page.locator(".state .words, .note").allTextContents()).join(" | "));
    for (const phone of await page.locator(".phone").all()) {
      const rows = await phone.locator(".row .bubble .text").allTextContents();
      say(await phone.getAttribute("aria-label"), JSON.stringify(rows.slice(-3).map((words) => words.slice(0, 200))));
    }
  } catch (err) {
    say("the page tells nothing", err.message); // what failed first is more telling
  }
}

/** clean asserts that nothing went wrong in a page, but for what the test itself caused, and leaves it. */
export async function clean(page, ...caused) {
  const problems = page.problems.filter((p) => !caused.some((pattern) => pattern.test(p)));
  assert.deepEqual(problems, []);
  await page.context().close();
}

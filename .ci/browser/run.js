// Builds the program once, unless SIIP_ASN_BIN says where it is, and runs the tests, a few files at a time.
// Names of test files run only these: npm test -- story keyboard

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { binary } from "./driver/binary.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "tests");
const asked = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".test.js") && (!asked.length || asked.includes(name.replace(".test.js", ""))))
  .map((name) => join(folder, name));
if (!files.length) throw new Error(`no such tests: ${asked.join(" ")}`);

const run = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "--test-concurrency=3", ...files], {
  stdio: "inherit",
  env: { ...process.env, SIIP_ASN_BIN: binary() },
});
process.exitCode = run.status ?? 1;

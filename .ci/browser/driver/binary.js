// The program under test: SIIP_ASN_BIN, or built from this tree.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** binary is the path of the program. */
export function binary() {
  const given = process.env.SIIP_ASN_BIN;
  if (given) {
    if (!existsSync(given)) throw new Error(`SIIP_ASN_BIN: ${given} is not there`);
    return resolve(given);
  }
  const dir = mkdtempSync(join(tmpdir(), "siip-asn-bin-"));
  process.on("exit", () => rmSync(dir, { recursive: true, force: true }));
  const path = join(dir, "siip-asn");
  execFileSync("go", ["build", "-o", path, "./cmd/siip-asn"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  process.env.SIIP_ASN_BIN = path;
  return path;
}

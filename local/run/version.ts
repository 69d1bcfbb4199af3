import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The project's version, as `package.json` has it. */
export function readVersion(): string {
  const file = join(import.meta.dirname, "..", "..", "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

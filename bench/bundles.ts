import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { bundle } from "./bundle.ts";
import { besideGoal } from "./goal.ts";
import type { Report } from "./report.ts";
import { compareStarts } from "./start-cost.ts";
import { formatTable } from "./table.ts";

const root = join(import.meta.dirname, "..");
const maxKib = 1_024;
const maxTimes = 6;

/** Size of each function's bundle, and what importing it costs beside an empty handler. */
export async function benchBundles(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeFileSync(join(folder, "empty.ts"), "export const handler = async () => undefined;\n");
    const empty = await bundle(folder, "empty.ts", join(folder, "empty"));
    const files = new Map<string, string>();
    for (const file of readdirSync(join(root, "functions")).toSorted())
      files.set(file, await bundle(root, join("functions", file), join(folder, file)));

    const starts = compareStarts(empty, [...files.values()]);
    const rows = [...files].map(([name, file], at) => {
      const bytes = readFileSync(file);
      const { ms = Number.NaN, times = Number.NaN } = starts[at] ?? {};
      return [
        name,
        ...besideGoal(toKib(bytes), maxKib, 0),
        toKib(deflateRawSync(bytes)).toFixed(0),
        ms.toFixed(0),
        ...besideGoal(times, maxTimes, 2),
      ];
    });
    const head = ["", "KiB", "goal", "", "deflated KiB", "start CPU ms", "× empty", "goal", ""];
    return { text: formatTable("Bundles", head, rows), faults: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const toKib = ({ length }: Uint8Array): number => length / 1_024;

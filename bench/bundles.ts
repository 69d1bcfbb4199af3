import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { type Bundle, bundle } from "./bundle.ts";
import { firstUses } from "./first-use.ts";
import { besideGoal } from "./goal.ts";
import type { Report } from "./report.ts";
import { compareStarts } from "./start-cost.ts";
import { formatTable } from "./table.ts";

const root = join(import.meta.dirname, "..");

/** Of what a function loads at its start. */
export const maxStartKb = 440;
const maxTimes = 6;
const maxFirstUse = 10;

/**
 * Size of what each function loads at its start, and of all its files; what the start costs beside an empty handler; and what the
 * first request of each source waits for.
 */
export async function benchBundles(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    writeFileSync(join(folder, "empty.ts"), "export const handler = async () => undefined;\n");
    const empty = await bundle(folder, "empty.ts", join(folder, "empty"));
    const bundles = new Map<string, Bundle>();
    for (const file of readdirSync(join(root, "functions")).toSorted())
      bundles.set(file, await bundle(root, join("functions", file), join(folder, file)));

    const starts = compareStarts(
      empty.entry,
      [...bundles.values()].map(({ entry }) => entry),
    );
    const rows = [...bundles].map(([name, made], at) => {
      const { ms = Number.NaN, times = Number.NaN } = starts[at] ?? {};
      return [
        name,
        ...besideGoal(startKb(made), maxStartKb, 0),
        `${toKb(sizeOf(made.files)).toFixed(0)} in ${made.files.length}`,
        toKb(deflated(made.files)).toFixed(0),
        ms.toFixed(0),
        ...besideGoal(times, maxTimes, 2),
      ];
    });
    const head = ["", "KB at start", "goal", "", "KB in files", "deflated KB", "start CPU ms", "× empty", "goal", ""];
    const first = [...(await firstUses(root))].map(([name, { ms, cachedMs, isTold }]) => [
      name,
      ...besideGoal(ms, maxFirstUse, 1),
      cachedMs?.toFixed(1) ?? "",
      isTold ? "" : "not told",
    ]);
    const text = [
      formatTable("Bundles", head, rows),
      formatTable(
        "First request of a source, beyond a later one",
        ["", "CPU ms", "goal", "", "from a compile cache", ""],
        first,
      ),
    ].join("\n");
    return { text, faults: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** KB (1,000 bytes) that a function loads before its first request. */
export const startKb = ({ atStart }: Bundle): number => toKb(sizeOf(atStart));

const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0);

const deflated = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).byteLength, 0);

const toKb = (bytes: number): number => bytes / 1_000;

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Flush } from "./backlog-process.ts";
import { bundle } from "./bundle.ts";
import { startChild } from "./child.ts";
import { besideGoal } from "./goal.ts";
import { envOf, startQq } from "./qq.ts";
import type { Report } from "./report.ts";
import { formatTable } from "./table.ts";

type Case = { readonly name: string; readonly held: number; readonly busy?: true; readonly most?: number };

const cases: readonly Case[] = [
  { name: "10,000 held", held: 10_000 },
  { name: "50,000 held", held: 50_000 },
  { name: "10,000 held, webhooks arrive at full speed", held: 10_000, busy: true, most: 12_000 },
];

const goals = { firstMs: 1_000, peakMb: 150 } as const;

/**
 * What a conversation costs that holds very much, once it can be told: each in a process of its own as it is deployed, bundled
 * and with a small young generation, on a table in a file.
 */
export async function benchBacklog(): Promise<Report> {
  const qq = await startQq();
  const root = fileURLToPath(new URL("..", import.meta.url));
  const outdir = mkdtempSync(join(tmpdir(), "backlog-bundle-"));
  const script = pathToFileURL((await bundle(root, "bench/backlog-process.ts", outdir)).entry);
  const run = async <Answer>(env: Readonly<Record<string, string>>): Promise<Answer> =>
    (await startChild<Answer>(script, env, ["--max-semi-space-size=4"])).ready;
  try {
    const rows: string[][] = [];
    const faults: string[] = [];
    for (const { name, held, busy, most = 60_000 } of cases) {
      const folder = mkdtempSync(join(tmpdir(), "backlog-"));
      const env = { ...envOf(qq.url), FOLDER: folder };
      await run<number>({ ...env, FILL: String(held) });
      const told = await run<Flush>({ ...env, MOST: String(most), ...(busy && { BUSY: "1" }) });
      rmSync(folder, { recursive: true });
      if (told.messages === 0) faults.push(`backlog: nothing was sent of ${held}`);
      rows.push([
        name,
        ...besideGoal(told.firstMs, goals.firstMs, 0),
        told.startMb.toFixed(0),
        ...besideGoal(told.peakMb, held > 10_000 ? undefined : goals.peakMb, 0),
        String(told.messages),
        (told.messages / told.seconds).toFixed(1),
        (told.notices / told.seconds).toFixed(0),
        told.arrived.toFixed(0),
      ]);
    }
    const head = [
      "",
      "CPU ms to the first",
      "goal",
      "",
      "MB before",
      "MB at most",
      "goal",
      "",
      "messages",
      "messages/s",
      "told/s",
      "webhooks/s",
    ];
    return { text: formatTable("A conversation that holds very much, in one process", head, rows), faults };
  } finally {
    qq.stop();
    rmSync(outdir, { recursive: true });
  }
}

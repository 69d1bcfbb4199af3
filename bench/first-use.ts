import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { Bundle } from "./bundle.ts";
import { functionEnv } from "./start-cost.ts";
import { median } from "./statistics.ts";

const rounds = 5;

/** A source's first request in a process that has started: what CPU loading its format and reading one body take. */
const probe = `
await import(process.argv[1]);
const before = process.cpuUsage();
const [format] = Object.values(await import(process.argv[2]));
const headers = { "x-github-event": "push", "content-type": "application/json" };
const body = Buffer.from('{"title":"x","text":"y","message":"z"}');
format.parse({ method: "POST", path: "/ci", rest: [], headers, query: {}, body, at: new Date() }, {});
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1_000));
process.exit();`;

const formatFile = /^lib\/sources\/(\w+)\/format\.ts$/;

/** CPU ms that the first request of each source waits for its format, by the source's name. */
export function firstUses(
  { entry, later }: Bundle,
  times = rounds,
): readonly (readonly [source: string, ms: number])[] {
  const formats = [...later].flatMap(([from, file]) => {
    const name = formatFile.exec(from)?.[1];
    return name === undefined ? [] : [[name, file] as const];
  });
  return formats
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, file]) => [name, median(Array.from({ length: times }, () => firstUse(entry, file)))]);
}

function firstUse(entry: string, format: string): number {
  const args = ["--input-type=module", "--eval", probe, ...[entry, format].map((file) => pathToFileURL(file).href)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: functionEnv, encoding: "utf8" });
  if (status !== 0) throw new Error(`${format} is not read by: ${stderr}`);
  return Number(stdout);
}

import { readNotice } from "../lib/accept/read-notice.ts";
import { composeAws } from "../lib/compose/aws.ts";
import { composeScene } from "../lib/compose/scene.ts";
import type { Inbound } from "../lib/model/inbound.ts";
import { isRefusal } from "../lib/model/refusal.ts";
import { defaultSettings } from "../lib/model/settings.ts";
import type { Source } from "../lib/model/source.ts";
import { sources } from "../lib/sources/index.ts";
import { readingMarkup } from "../lib/sources/markup/reading.ts";
import type { FirstRequest } from "./first-requests.ts";
import { median } from "./statistics.ts";

/** What a request took (CPU ms): the first one, and a later one like it; and whether it was told. */
export type FirstUse = { readonly first: number; readonly later: number; readonly isTold: boolean };

const { source, headers, rest, body } = JSON.parse(process.env["REQUEST"] ?? "{}") as FirstRequest;
const registry: Readonly<Record<string, Source>> = sources;
const used = registry[source];
if (!used) throw new Error(`there is no source ${source}`);

composeScene("group", { routes: {}, settings: {}, ...composeAws(process.env) });

const inbound: Inbound = {
  method: "POST",
  path: "/ci",
  rest,
  headers,
  query: {},
  body: Buffer.from(body),
  at: new Date(),
};

/** Reads it as the line does; answers its cost. */
async function read(from: Source): Promise<{ readonly ms: number; readonly isTold: boolean }> {
  const before = process.cpuUsage();
  const format = await from.load(inbound);
  const notice = await readingMarkup(() => readNotice(inbound, { source }, { format }, defaultSettings));
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1_000, isTold: !isRefusal(notice) && "notice" in notice.told };
}

const { ms: first, isTold } = await read(used);
const more: number[] = [];
for (let time = 0; time < 9; time += 1) more.push((await read(used)).ms);
process.stdout.write(JSON.stringify({ first, later: median(more), isTold } satisfies FirstUse));
process.exit();

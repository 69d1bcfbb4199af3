import { readdirSync, readFileSync } from "node:fs";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import type { MapContext } from "../../lib/model/source.ts";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "./inbound.ts";

/** Forges whose events are told in GitHub's words. */
export const forges = ["gitea", "gitee", "coding", "bitbucket"] as const;

export type ForgeName = (typeof forges)[number];

export const folderOf = (forge: ForgeName): URL => new URL(`../golden/${forge}/`, import.meta.url);

export const casesOf = (forge: ForgeName): readonly string[] =>
  readdirSync(folderOf(forge)).flatMap((file) => /^([\w.-]+)\.json$/.exec(file)?.[1] ?? []);

/** One of a forge's requests; `raw` where its body is no JSON. */
export type ForgeCase = { readonly headers: Inbound["headers"]; readonly body?: unknown; readonly raw?: string };

export const readCase = (forge: ForgeName, name: string): ForgeCase =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(forge)), "utf8")) as ForgeCase;

export const inboundOfCase = ({ headers, body, raw }: ForgeCase): Inbound =>
  inboundOf({ headers, body: raw ?? JSON.stringify(body) });

/** What a forge's format says of a request, to a route that hears everything. */
export async function say(
  forge: ForgeName,
  request: ForgeCase,
  context: Partial<Omit<MapContext, "at">> = {},
): Promise<Notice | Refusal | undefined> {
  const inbound = inboundOfCase(request);
  const format = await sources[forge].load();
  const parsed = format.parse(inbound, {});
  if (isRefusal(parsed)) return parsed;
  return format.map(parsed, {
    language: "en",
    timeZone: "Asia/Shanghai",
    hears: () => true,
    ...context,
    at: inbound.at,
  });
}

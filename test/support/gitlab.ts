import { readFileSync } from "node:fs";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import type { MapContext } from "../../lib/model/source.ts";
import { gitlabFormat } from "../../lib/sources/gitlab/format.ts";
import type { JsonObject } from "./github.ts";
import { inboundOf } from "./inbound.ts";

export const gitlabFolder = new URL("../golden/gitlab/", import.meta.url);

/** One of GitLab's requests; `named` for a route whose `only` names its event. */
export type GitlabCase = { readonly headers: Inbound["headers"]; readonly body: JsonObject; readonly named?: boolean };

export const readCase = (name: string): GitlabCase =>
  JSON.parse(readFileSync(new URL(`${name}.json`, gitlabFolder), "utf8")) as GitlabCase;

type Said = Partial<Omit<MapContext, "at">> & { readonly headers?: Inbound["headers"] };

/** What the source says of a body, to a route that hears everything. */
export function say(body: unknown, { headers = {}, ...context }: Said = {}): Notice | Refusal | undefined {
  const inbound = inboundOf({ headers, body: typeof body === "string" ? body : JSON.stringify(body) });
  const parsed = gitlabFormat.parse(inbound, {});
  return isRefusal(parsed)
    ? parsed
    : gitlabFormat.map(parsed, {
        language: "en",
        timeZone: "Asia/Shanghai",
        hears: () => true,
        ...context,
        at: inbound.at,
      });
}

import { fitSource } from "../../../lib/accept/called.ts";
import type { Inbound } from "../../../lib/model/inbound.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import type { Route } from "../../../lib/model/route.ts";
import { inBoth } from "../../../lib/model/said.ts";
import type { Settings } from "../../../lib/model/settings.ts";
import type { Source } from "../../../lib/model/source.ts";
import { chooseSource } from "../../../lib/policy/intake/choose-source.ts";
import { segmentsOf } from "../../../lib/policy/intake/fit-path.ts";
import { type SourceName, sources } from "../../../lib/sources/index.ts";
import { sourcesOf } from "../../../lib/sources/of-route.ts";
import { guessSource, withEvent } from "./guess-source.ts";
import { type Preview, preview, type PreviewRoute } from "./preview-as.ts";

/** What a request is previewed by: a route, or a source alone, or what the request itself tells. */
export type PreviewedBy = { readonly route?: Route | undefined; readonly source?: SourceName | undefined };

/** What a request would become, by which route and source it was read; or why it would be refused, in both languages. */
export type MadePreview = { readonly route: PreviewRoute } & (
  | { readonly kind: "made"; readonly preview: Preview }
  | { readonly kind: "refused"; readonly message: string }
);

/** Previews a request; `path` is what its sender appends to the route's address. It asks nobody, and changes nothing. */
export async function makePreview(
  given: Inbound,
  by: PreviewedBy,
  path: string | undefined,
  settings: Settings,
): Promise<MadePreview> {
  const { inbound, route } = await choose(given, by);
  const source: Source = sources[route.source];
  const fitted = fitSource(source, segmentsOf(path ?? ""), inbound.method);
  if (typeof fitted === "string") return { kind: "refused", route, message: noSuchCall(source.name, inbound, path) };
  const sent = { ...inbound, ...fitted };
  // A client's look at who it is, a message that is taken back.
  if (source.dialect?.aside?.(sent) !== undefined)
    return { kind: "made", route, preview: { kind: "silent", event: source.name, reason: answered, faults: [] } };
  const made = await preview(sent, route, settings);
  if (isRefusal(made)) return { kind: "refused", route, message: made.message };
  return { kind: "made", route, preview: made };
}

const answered = "it is only answered";

const noSuchCall = (source: string, { method }: Inbound, path = ""): string =>
  inBoth(`no sender of ${source} calls ${method} …${path}`, `${source} 的发送方没有这样的请求：${method} …${path}`);

async function choose(
  given: Inbound,
  { route, source }: PreviewedBy,
): Promise<{ readonly inbound: Inbound; readonly route: PreviewRoute }> {
  if (route === undefined && source === undefined) {
    const guessed = await guessSource(given);
    return { inbound: guessed.inbound, route: { source: guessed.source } };
  }
  const mayBeGithub = source === undefined ? [route?.source].flat().includes("github") : source === "github";
  const inbound = mayBeGithub ? withEvent(given) : given;
  const read = source ?? ((route && chooseSource(sourcesOf(route), inbound)?.name) as SourceName);
  return { inbound, route: { ...route, source: read } };
}

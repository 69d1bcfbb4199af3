import * as z from "zod";
import { languages } from "../../lib/model/language.ts";
import { type SourceName, sources } from "../../lib/sources/index.ts";
import { PreviewAnswer } from "./console-answers.ts";
import { findRoute } from "./find-route.ts";
import { defineOperation, isRefused, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { makePreview } from "./preview/make-preview.ts";
import { maxRequestBytes, SentRequest, toInbound } from "./preview/request.ts";

const Request = z.object({
  /** By this route's filter, words and form; without it, and without a source, the request tells whose it is. */
  route: z.string().min(1).optional(),
  source: z.enum(Object.keys(sources) as [SourceName, ...SourceName[]]).optional(),
  request: SentRequest,
  language: z.enum(languages).optional(),
});

type Answer = z.output<typeof PreviewAnswer>;

/** What a request would become in QQ, in every form and scene. It sends nothing, and fetches nothing. */
export const preview = defineOperation({
  request: Request,
  answer: PreviewAnswer,
  maxBytes: maxRequestBytes,
  run,
});

async function run(
  { route: name, source, request, language }: z.output<typeof Request>,
  { routes, settings, now }: OperatePorts,
): Promise<Answer | Refused> {
  const route = name === undefined ? undefined : findRoute(name, routes);
  if (route && isRefused(route)) return route;
  const inbound = toInbound(request, name ?? "preview", new Date(now()));
  const by = { route, source };
  const told = { ...settings, language: language ?? settings.language };
  const made = await makePreview(inbound, by, request.path, told);
  const read = made.route.source;
  if (made.kind === "refused") return { kind: "refused", source: read, message: made.message };
  return { source: read, ...made.preview } as Answer;
}

import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { textOf } from "../facade/text-of.ts";
import { mediaType } from "../media-type.ts";
import { type Body, readBody } from "./body.ts";
import { isYes, type ParamName, readParam } from "./params.ts";

/** What a publisher sent, wherever it stood: JSON before headers, these before the query. */
export type Published = {
  readonly valueOf: (name: ParamName) => unknown;
  /** A value as text; undefined where it says nothing. */
  readonly get: (name: ParamName) => string | undefined;
  /** The message: a body of words before a parameter beside it. */
  readonly text: string;
  readonly isMarkdown: boolean;
  readonly topic: string | undefined;
  /** The body, where it is a file. */
  readonly file: Body["file"];
};

const forApps = refuse(
  "invalid",
  "UnifiedPush is for apps, and says nothing to people",
  "UnifiedPush 是给应用的，里面没有给人看的话",
);

const templated = refuse(
  "invalid",
  "templates are not filled in; a route with source generic reads any JSON, by fields or map",
  "这里不填模板；source 为 generic 的路由能读任意 JSON（用 fields 或 map）",
);

function refuseKind(inbound: Inbound): Refusal | undefined {
  if (isYes(readParam(inbound, "unifiedPush")) || inbound.headers["content-encoding"] === "aes128gcm") return forApps;
  return readParam(inbound, "template") === undefined ? undefined : templated;
}

export function readPublished(inbound: Inbound): Published | Refusal {
  const isFile = readParam(inbound, "filename") !== undefined && readParam(inbound, "attach") === undefined;
  const body = refuseKind(inbound) ?? readBody(inbound, isFile);
  return isRefusal(body) ? body : openPublished(inbound, body);
}

function openPublished(inbound: Inbound, body: Body): Published {
  const { fields = {}, text = "", file } = body;
  const valueOf: Published["valueOf"] = (name) => fields[name] ?? readParam(inbound, name);
  const get: Published["get"] = (name) => textOf(valueOf(name))?.trim() || undefined;
  return {
    valueOf,
    get,
    text: text || (get("message") ?? ""),
    isMarkdown: isYes(get("markdown")) || mediaType(inbound.headers) === "text/markdown",
    topic: textOf(fields["topic"]),
    file,
  };
}

import { defined } from "../../base/defined.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineFacade, type Words } from "../facade/define-facade.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import type { Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { mediaType } from "../media-type.ts";
import { viewedBy } from "./actions.ts";
import { type Body, readBody } from "./body.ts";
import { type FileTold, tellAttached, tellFile } from "./file.ts";
import { isYes, type ParamName, readParam } from "./params.ts";
import { levelOf, levelOfPriority, readTags } from "./tags.ts";
import { namedTopic } from "./topic.ts";

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

const plain = (text: string): Told => ({ lines: text.split(/\r\n|[\r\n]/) });

const inMarkdown = (text: string): Told =>
  openWithin()((part) => readMarkdown(part, { angle: () => undefined, calls: [] }))(text);

/** What a publisher says: JSON before headers, these before the query; a body of words before a message beside it. */
function openMessage(inbound: Inbound, body: Body) {
  const fields = "fields" in body ? body.fields : {};
  const valueOf = (name: ParamName): unknown => fields[name] ?? readParam(inbound, name);
  const get = (name: ParamName): string | undefined => textOf(valueOf(name))?.trim() || undefined;
  const text = "text" in body && body.text !== "" ? body.text : get("message");
  return { get, valueOf, text, topic: textOf(fields["topic"]) };
}

function readMessage(inbound: Inbound, { levels }: ReadOptions): Words | Refusal {
  if (isYes(readParam(inbound, "unifiedPush")) || inbound.headers["content-encoding"] === "aes128gcm") return forApps;
  if (readParam(inbound, "template") !== undefined) return templated;
  const isFile = readParam(inbound, "filename") !== undefined && readParam(inbound, "attach") === undefined;
  const body = readBody(inbound, isFile);
  if (isRefusal(body)) return body;
  const { get, valueOf, text, topic } = openMessage(inbound, body);
  const isMarkdown = isYes(get("markdown")) || mediaType(inbound.headers) === "text/markdown";
  const told = (isMarkdown ? inMarkdown : plain)(text ?? "");
  const file: FileTold =
    "file" in body ? tellFile(body.file, get("filename")) : tellAttached(get("attach"), get("filename"));
  const tags = readTags(valueOf("tags"), levels);
  const priority = get("priority");
  const level = priority === undefined ? undefined : levelOfPriority(priority, levels);
  const delay = get("delay");
  return defined({
    ...titleAndText(tags.emoji, get("title"), [
      ...told.lines,
      ...file.lines,
      // The relay sends at once: when it was to be read is part of what it says.
      ...(delay === undefined ? [] : [`⏰ ${delay}`]),
      ...(tags.words.length > 0 ? [`🏷️ ${tags.words.join(", ")}`] : []),
    ]),
    link: httpLink(get("click")) ?? viewedBy(valueOf("actions")) ?? told.link ?? file.link,
    image: file.image ?? told.image,
    level: levelOf(level, tags),
    unknownLevel: level === undefined ? priority : undefined,
    chat: namedTopic(inbound, topic),
  });
}

/** ntfy shows emoji before the title, or before the message that has none; of nothing at all it says `triggered`. */
function titleAndText(
  emoji: string,
  title: string | undefined,
  lines: readonly string[],
): Pick<Words, "title" | "text"> {
  const before = (words: string): string => (emoji === "" ? words : `${emoji} ${words}`);
  const text = lines.join("\n").trim();
  if (title !== undefined) return { title: before(title), text };
  return { text: before(text === "" ? "triggered" : text) };
}

/** What is published to a topic of ntfy's. */
export const ntfyFormat = defineFacade("ntfy", readMessage);

import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { tellMembers } from "../tell-members.ts";
import { joinSaid } from "../join-said.ts";
import { readLevel } from "../levels/read-level.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { capLines } from "../cap-lines.ts";
import { type Fields, objectAt, textAt } from "./read-fields.ts";
import { readInstant } from "./read-instant.ts";
import { words } from "./words.ts";

/** What a system event's callback says: the older one is flat, that of an event subscription has it in `alert`. */
export type CloudEvent = {
  readonly id: string;
  /** Its names in both languages, where it has two. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly product: { readonly zh: string; readonly en: string };
  readonly thing: string;
  readonly level: string;
  readonly status: string;
  readonly region: string;
  readonly time: string;
  readonly isOver: boolean;
  readonly content: Fields;
};

/** An event; undefined where the body has the name of none. */
export function readEvent(fields: Fields): CloudEvent | undefined {
  const alert = objectAt(fields, "alert");
  const meta = objectAt(objectAt(alert, "meta"), "sysEventMeta");
  const at = (...names: readonly string[]): string =>
    names.flatMap((name) => [meta, alert, fields].map((each) => textAt(each, name))).find((text) => text !== "") ?? "";
  const name = at("name", "eventName");
  if (name === "") return undefined;
  const product = at("product");
  return {
    id: at("id", "dedupId", "traceId"),
    name: { zh: at("eventNameZh") || name, en: name },
    product: { zh: at("serviceTypeZh") || product, en: product },
    thing: at("instanceName") || (at("resourceId", "arn").split("/").at(-1) ?? ""),
    level: at("level", "severity"),
    status: at("status"),
    region: at("regionId"),
    time: at("eventTime", "timestamp", "time"),
    isOver: textAt(alert, "alertStatus") === "RESOLVED",
    content: { ...objectAt(alert, "eventContentMap"), ...objectAt(fields, "content") },
  };
}

/** Lines of an event's content: which member tells most is its product's own. */
const room = { lines: 6, bytes: 1_500 };

/** States of events that say how they went; `Normal` says nothing. */
const failed: ReadonlySet<string> = new Set(["failed", "error"]);

/** An event: of what, how bad, and what its product says of it. */
export function mapEvent(event: CloudEvent, name: string, context: MapContext): Notice {
  const { colon, over, event: fallback } = words[context.language];
  const product = oneLine(event.product[context.language], 60) || fallback;
  const thing = oneLine(event.thing, 100);
  const title = joinSaid([`${product} ${oneLine(event.name[context.language], 120)}`, thing], colon);
  const content = tellMembers(event.content, [event.thing])
    .split("\n")
    .map((line) => oneLine(line))
    .filter((line) => line !== "");
  const { kept, left } = capLines(content, room);
  return {
    source: "cloudmonitor",
    event: name,
    level: event.isOver ? "success" : levelOf(event, context),
    title: event.isOver ? over(title) : title,
    lines: [...kept, left.lines > 0 ? "…" : "", oneLine(event.region, 60)].filter((line) => line !== ""),
    at: (readInstant(event.time) ?? context.at).toISOString(),
    ...(event.id !== "" && { key: `cloudmonitor/${shortKey(event.id)}` }),
    ...(event.id !== "" && event.isOver && { replaces: true, resolved: true }),
  };
}

function levelOf({ level, status }: CloudEvent, { levels }: MapContext): Level {
  const read = readLevel(level, levels) ?? "info";
  return read === "info" && failed.has(status.toLowerCase()) ? "error" : read;
}

import * as z from "zod";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { lookUp } from "../look-up.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import type { AwsEvent } from "./event.ts";
import { tellText } from "./tell-text.ts";
import { readInstant } from "./read-instant.ts";
import { words } from "./words.ts";

const lenient = z.string().catch("");

/** What AWS Health's events say (docs.aws.amazon.com/health, "AWS Health events Amazon EventBridge schema"). */
const Detail = z.looseObject({
  service: z.string().min(1),
  eventArn: lenient,
  eventTypeCode: lenient,
  eventTypeCategory: lenient,
  statusCode: lenient,
  eventDescription: z.array(z.looseObject({ language: lenient, latestDescription: lenient })).catch([]),
  affectedEntities: z.array(z.looseObject({ entityValue: lenient })).catch([]),
});

const levels: Readonly<Record<string, Level>> = {
  issue: "error",
  investigation: "warning",
  scheduledChange: "warning",
};

/** Things that are named of those that are affected. */
const maxNamed = 5;

/** An event of AWS Health; undefined for any other. It says all that older ones of it said, and ends them when it is closed. */
export function mapHealth(event: AwsEvent, name: string, context: MapContext): Notice | undefined {
  const { data: detail } = event.source === "aws.health" ? Detail.safeParse(event.detail) : {};
  if (!detail) return undefined;
  const { health, over, affected, brackets, comma, colon } = words[context.language];
  const isOver = detail.statusCode === "closed";
  const category = lookUp<string>(health, detail.eventTypeCategory) ?? oneLine(detail.eventTypeCategory, 40);
  const title = [["AWS Health", category].filter((part) => part !== "").join(" "), oneLine(detail.service, 60)].join(
    colon,
  );
  const where = event.region === "" ? "" : brackets(oneLine(event.region, 40));
  const entities = detail.affectedEntities
    .map(({ entityValue }) => oneLine(entityValue, 80))
    .filter((each) => each !== "");
  const named = `${entities.slice(0, maxNamed).join(comma)}${entities.length > maxNamed ? "…" : ""}`;
  const description = tellText(detail.eventDescription[0]?.latestDescription ?? "");
  return {
    source: "sns",
    event: name,
    level: isOver
      ? "success"
      : (context.levels?.[detail.eventTypeCategory] ?? lookUp(levels, detail.eventTypeCategory) ?? "info"),
    title: isOver ? over(`${title}${where}`) : `${title}${where}`,
    lines: [
      ...(description.length > 0 ? description : [oneLine(detail.eventTypeCode)]),
      entities.length > 0 ? affected(named) : "",
      oneLine(event.account, 20),
    ].filter((line) => line !== ""),
    at: (readInstant(event.time) ?? context.at).toISOString(),
    ...(detail.eventArn !== "" && { key: `sns/${shortKey(detail.eventArn)}`, replaces: true }),
    ...(detail.eventArn !== "" && isOver && { resolved: true }),
  };
}

import * as z from "zod";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { joinSaid } from "../join-said.ts";
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

type Detail = z.output<typeof Detail>;

/** An event of AWS Health; undefined for any other. It says all that older ones of it said, and ends them when it is closed. */
export function mapHealth(event: AwsEvent, name: string, context: MapContext): Notice | undefined {
  const { data: detail } = event.source === "aws.health" ? Detail.safeParse(event.detail) : {};
  if (!detail) return undefined;
  const isOver = detail.statusCode === "closed";
  const title = titleOf(event, detail, context);
  return {
    source: "sns",
    event: name,
    level: isOver ? "success" : levelOf(detail, context),
    title: isOver ? words[context.language].over(title) : title,
    lines: linesOf(event, detail, context),
    at: (readInstant(event.time) ?? context.at).toISOString(),
    ...(detail.eventArn !== "" && {
      key: `sns/${shortKey(detail.eventArn)}`,
      replaces: true,
      ...(isOver && { resolved: true }),
    }),
  };
}

function levelOf({ eventTypeCategory: category }: Detail, { levels: own = {} }: MapContext): Level {
  return lookUp(own, category) ?? lookUp(levels, category) ?? "info";
}

function titleOf({ region }: AwsEvent, { eventTypeCategory, service }: Detail, { language }: MapContext): string {
  const { health, brackets, colon } = words[language];
  const category = lookUp<string>(health, eventTypeCategory) ?? oneLine(eventTypeCategory, 40);
  const where = region === "" ? "" : brackets(oneLine(region, 40));
  return `${joinSaid(["AWS Health", category], " ")}${colon}${oneLine(service, 60)}${where}`;
}

/** What AWS says of it, what it is about, whose it is. */
function linesOf({ account }: AwsEvent, detail: Detail, { language }: MapContext): readonly string[] {
  const { affected, comma } = words[language];
  const entities = detail.affectedEntities.map(({ entityValue }) => oneLine(entityValue, 80)).filter(Boolean);
  const named = `${entities.slice(0, maxNamed).join(comma)}${entities.length > maxNamed ? "…" : ""}`;
  const description = tellText(detail.eventDescription[0]?.latestDescription ?? "");
  return [
    ...(description.length > 0 ? description : [oneLine(detail.eventTypeCode)]),
    named === "" ? "" : affected(named),
    oneLine(account, 20),
  ].filter(Boolean);
}

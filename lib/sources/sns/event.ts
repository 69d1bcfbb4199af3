import * as z from "zod";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { readWords } from "../generic/read-words.ts";
import { tellMembers } from "../tell-members.ts";
import { joinSaid } from "../join-said.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { readInstant } from "./read-instant.ts";
import { tellText } from "./tell-text.ts";
import { words } from "./words.ts";

const lenient = z.string().catch("");

/** An event of EventBridge (docs.aws.amazon.com/eventbridge, "AWS service event metadata"); `detail` is its sender's own. */
const EventBody = z.looseObject({
  "detail-type": z.string().min(1),
  source: z.string().min(1),
  account: lenient,
  region: lenient,
  time: lenient,
  resources: z.array(z.string()).catch([]),
  detail: z.record(z.string(), z.unknown()).catch({}),
});

export type AwsEvent = z.output<typeof EventBody>;

export const readEvent = (message: unknown): AwsEvent | undefined => EventBody.safeParse(message).data;

/** Which of a service's events routes filter by: `health` of `aws.health`. */
export const serviceOf = ({ source }: AwsEvent): string =>
  source
    .replace(/^aws\./, "")
    .replace(/[^\w-]/g, "-")
    .slice(0, 40);

/** Under which names a detail says what it is of, how that stands, how bad it is and why; the first that says something counts. */
const names = {
  thing: ["pipeline", "project-name", "instance-id", "stateMachineArn", "title", "name", "SourceIdentifier"],
  state: ["state", "status", "build-status", "lastStatus"],
  severity: ["severity", "level", "priority"],
  why: ["description", "message", "reason", "stoppedReason", "cause", "Message"],
} as const;

/** States that say how it went: of most things `stopped` or `pending` is no news. */
const levels: Readonly<Record<string, Level>> = {
  failed: "error",
  fault: "error",
  faulted: "error",
  timed_out: "error",
  error: "error",
  aborted: "warning",
  succeeded: "success",
  success: "success",
};

const room = { thing: 100, place: 60 };

/** An event in the words of its service: of what, its state, why, where. */
export function mapEvent(event: AwsEvent, name: string, context: MapContext): Notice {
  const { colon } = words[context.language];
  const { detail, region, account } = event;
  const said = (of: keyof typeof names): string =>
    names[of].map((each) => readWords(lookUp(detail, each))).find((each) => each !== undefined) ?? "";
  const of = said("thing") || lastOf(event.resources[0] ?? "");
  const state = said("state");
  const what = joinSaid([oneLine(lastOf(of), room.thing), oneLine(state, room.thing)], " ");
  const why = tellText(withoutStart(said("why"), of));
  const place = joinSaid([oneLine(region, room.place), oneLine(account, room.place)], " · ");
  return {
    source: "sns",
    event: name,
    level: levelOf(state, said("severity"), context),
    title: joinSaid([oneLine(event["detail-type"], room.thing), what], colon) || "EventBridge",
    lines: [...(why.length > 0 || what !== "" ? why : tellText(tellMembers(detail))), place].filter(Boolean),
    at: (readInstant(event.time) ?? context.at).toISOString(),
    ...(of !== "" && { key: `sns/${shortKey(`${event.source}/${account}/${region}/${of}`)}` }),
  };
}

/** The route's own word first; then how it went, how bad it is by a word, or by GuardDuty's numbers (1 to 10). */
function levelOf(state: string, severity: string, { levels: own = {} }: MapContext): Level {
  const word = state.toLowerCase();
  return lookUp(own, state) ?? lookUp(own, severity) ?? lookUp(levels, word) ?? levelOfSeverity(severity) ?? "info";
}

function levelOfSeverity(severity: string): Level | undefined {
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(severity)) return readLevel(severity);
  const number = Number(severity);
  if (number >= 9) return "critical";
  if (number >= 7) return "error";
  return number >= 4 ? "warning" : "info";
}

/** What an ARN ends with, or a plain name. */
const lastOf = (name: string): string => (name.startsWith("arn:") ? (name.split(/[:/]/).at(-1) ?? name) : name);

/** A description that begins with the title says more only behind it. */
const withoutStart = (text: string, title: string): string =>
  title !== "" && text.startsWith(title) ? text.slice(title.length) : text;

import { isObject } from "../../base/is-object.ts";
import { isConfidential } from "./confidential.ts";

type Body = Readonly<Record<string, unknown>>;

/** An event's name for filters, and its action, as `event-names.ts` lists them; undefined where a body has no name. */
export function nameEvent(body: Body): { readonly event: string; readonly action?: string } | undefined {
  const kind = [body["object_kind"], body["event_name"]].find(isName);
  if (kind === undefined) return undefined;
  const event = kind === "build" ? "job" : kind;
  const action = actionOf(event, body);
  return { event: isSecret(event, body) ? `confidential_${event}` : event, ...(isName(action) && { action }) };
}

const isName = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9_]{1,64}$/.test(value);

/** Where the action is, or the status by which what runs is filtered. */
const places: Readonly<Record<string, (body: Body, thing: Body) => unknown>> = {
  pipeline: (_, thing) => thing["status"],
  job: (body) => body["build_status"],
  deployment: (body) => body["status"],
};

function actionOf(event: string, body: Body): unknown {
  const thing = isObject(body["object_attributes"]) ? body["object_attributes"] : {};
  const read = Object.hasOwn(places, event) ? places[event] : undefined;
  return read ? read(body, thing) : (thing["action"] ?? body["action"]);
}

const secrets: readonly string[] = ["issue", "note", "work_item"];

/** GitLab says it in the event's type, or on the thing alone: older versions, and comments inside a public thread. */
const isSecret = (event: string, body: Body): boolean =>
  secrets.includes(event) &&
  isConfidential(
    { event_type: typeof body["event_type"] === "string" ? body["event_type"] : undefined },
    ...[body["object_attributes"], body["issue"]].map((thing) => (isObject(thing) ? marksOf(thing) : undefined)),
  );

const marksOf = (thing: Body) => ({
  confidential: thing["confidential"] === true,
  internal: thing["internal"] === true,
});

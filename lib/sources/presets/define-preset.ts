import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import type { Format, MapContext } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { readRequest } from "../facade/read-request.ts";
import { readWords } from "../generic/read-words.ts";
import { oneLine } from "../one-line.ts";
import { parseJson } from "../read-json.ts";
import { fill, type Scope } from "./fill.ts";
import { levelOf } from "./level.ts";
import type { Preset } from "./preset.ts";
import { readEvent, toldOf } from "./read-event.ts";
import { tell } from "./tell.ts";
import { valueAt } from "./value-at.ts";

type Body = Readonly<Record<string, unknown>>;

/** A format of a sender that data alone says how to read and tell. */
export const definePreset = (preset: Preset): Format =>
  defineFormat<Body>({
    parse: (inbound, { levels }) => {
      const body = readBody(preset, inbound);
      if (isRefusal(body)) return body;
      const scope = { preset, body, context: contextOf(inbound) };
      const name = readEvent(scope);
      if (!name) return refuseEvent(preset);
      const told = toldOf(name, scope);
      const unknown = told === "silent" ? undefined : levelOf(told, scope, levels).unknown;
      const branch = preset.branch === undefined ? undefined : readWords(valueAt(body, preset.branch));
      return {
        ...name,
        ...identify(preset, scope, inbound),
        ...(branch !== undefined && { branch }),
        bot: isBot(preset, body),
        body,
        ...(unknown !== undefined && { unknownLevel: oneLine(unknown, 60) }),
      };
    },
    map: ({ event, action, body }, context) =>
      tell(preset, action === undefined ? { event } : { event, action }, body, context),
  });

/** Names and ids are in no language, and of no time. */
const contextOf = ({ at }: Inbound): MapContext => ({ language: "en", at, timeZone: "UTC" });

function readBody({ within, inQuery }: Preset, inbound: Inbound): Body | Refusal {
  // The query's `key` is the route's secret.
  const { key: _, ...query } = inbound.query;
  const read = readRequest({ ...inbound, query }, inQuery ? { mergeQuery: true } : {});
  if (isRefusal(read)) return read;
  const inner = within === undefined ? undefined : read.fields[within];
  if (typeof inner !== "string") return read.fields;
  const parsed = parseJson(inner);
  if (isRefusal(parsed)) return parsed;
  return isObject(parsed.json)
    ? parsed.json
    : refuse("invalid", `body.${within}: expected a JSON object`, `body.${within}：应为 JSON 对象`);
}

/** Where the event's name should stand, as the first template has it. */
function refuseEvent({ event, label }: Preset): Refusal {
  const places = [event]
    .flat()
    .flatMap((text) => [...text.matchAll(/\{([^{}|:]+)/g)].map(([, path]) => `body.${path}`));
  const place = [...new Set(places)].join(", ");
  return refuse(
    "invalid",
    `${place}: missing; this route takes ${label}'s webhooks`,
    `${place}：没有；这条路由收 ${label} 的 webhook`,
  );
}

function identify(
  { id }: Preset,
  scope: Scope,
  { headers }: Inbound,
): { readonly id: string } | { readonly content: string } {
  const named = isHeader(id) ? headers[id.header]?.trim() : fill(id, scope);
  return named ? { id: oneLine(named, 200) } : { content: JSON.stringify(scope.body) };
}

const isBot = ({ bot: [path, ...words] = [""] }: Preset, body: Body): boolean =>
  path !== "" && words.includes(readWords(valueAt(body, path)) ?? "");

const isHeader = (id: Preset["id"]): id is { readonly header: string } => typeof id === "object" && "header" in id;

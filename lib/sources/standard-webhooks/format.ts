import { defined } from "../../base/defined.ts";
import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../../model/refusal.ts";
import type { Level } from "../../model/level.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { type Found, findFields, nothingToTell } from "../generic/find-fields.ts";
import { mapFields } from "../generic/map-fields.ts";
import { readBody } from "../generic/read-body.ts";
import { readWords } from "../generic/read-words.ts";
import { tellMembers } from "../tell-members.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { oneLine } from "../one-line.ts";

/** What signs by Standard Webhooks: read as a generic body, in `data` where it has one, and told by its `type` at least. */
export const standardWebhooksFormat = defineFormat<unknown>({
  parse: (inbound, options) => {
    const id = readId(inbound);
    if (typeof id === "object") return id;
    const read = readBody(inbound);
    if (isRefusal(read)) return read;
    const { fields, unknownLevel } = fieldsOf(read.body, options);
    if (fields.title === undefined && fields.text === undefined && options.map === undefined)
      return nothingToTell(read, {});
    return {
      event: "notice",
      ...(id === undefined ? { content: read.text } : { id }),
      bot: false,
      body: read.body,
      fields,
      ...(unknownLevel !== undefined && { unknownLevel: oneLine(unknownLevel, 60) }),
    };
  },
  map: ({ event, fields = {} }, context) => {
    const { key, ...notice } = mapFields(fields, event, context);
    return {
      ...notice,
      source: "standard-webhooks",
      ...(key !== undefined && { key: key.replace(/^generic/, "standard-webhooks") }),
    };
  },
});

/** The id that was signed. Of two that differ one may be anybody's: a recorded request would be told again by it. */
function readId({ headers }: Inbound): string | undefined | Refusal {
  const [first, ...others] = new Set(
    ["webhook", "svix"]
      .filter((name) => headers[`${name}-signature`] !== undefined)
      .map((name) => headers[`${name}-id`]),
  );
  return others.length === 0
    ? first
    : refuse(
        "invalid",
        "webhook-id and svix-id differ: send one id for one delivery",
        "webhook-id 和 svix-id 不一样：一次投递请只用一个 id",
      );
}

/** Endings of types that say how it went; others (`closed`, `ended`) may be good or bad. */
const endings: Readonly<Record<string, Level>> = {
  failed: "error",
  failure: "error",
  error: "error",
  errored: "error",
  succeeded: "success",
  success: "success",
  resolved: "success",
  recovered: "success",
};

/** A body with an event's type (`invoice.paid`) is titled by it, and told by what its `data` says; any other is read as generic. */
function fieldsOf(body: unknown, { levels = {} }: ReadOptions): Found {
  const type = isObject(body) ? readWords(lookUp(body, "type")) : undefined;
  if (!isObject(body) || type === undefined || readLevel(type, levels) !== undefined)
    return findFields(body, { levels });
  const { type: _, ...flat } = body;
  const data = lookUp(body, "data");
  const said = isObject(data) ? data : flat;
  const { fields, unknownLevel } = findFields(said, { levels });
  const { title, text = tellMembers(said, [title, fields.link, fields.key]), level = levelOfType(type) } = fields;
  const all = { ...fields, title: title === undefined ? type : `${type}: ${title}`, text: text || undefined, level };
  return { fields: defined(all), unknownLevel };
}

const levelOfType = (type: string): Level | undefined => lookUp(endings, type.split(/[._-]/).at(-1)?.toLowerCase());

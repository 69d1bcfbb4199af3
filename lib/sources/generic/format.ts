import { deliveryIdHeaders, type Inbound } from "../../model/inbound.ts";
import { isRefusal } from "../../model/refusal.ts";
import { defineFormat } from "../define-format.ts";
import { findFields, nothingToTell } from "./find-fields.ts";
import { mapFields } from "./map-fields.ts";
import { oneLine } from "../one-line.ts";
import { readBody } from "./read-body.ts";

/** Anything that can post JSON, a form or plain text: a script, a cron job, a tool without a source of its own. */
export const genericFormat = defineFormat<unknown>({
  parse: (inbound, options) => {
    const read = readBody(inbound);
    if (isRefusal(read)) return read;
    const { fields, unknownLevel } = findFields(read.body, options);
    if (fields.title === undefined && fields.text === undefined && options.map === undefined) {
      return nothingToTell(read, options.fields ?? {});
    }
    const id = readId(inbound);
    return {
      event: "notice",
      ...(id === undefined ? { content: read.text } : { id }),
      bot: false,
      body: read.body,
      fields,
      ...(unknownLevel !== undefined && { unknownLevel: oneLine(unknownLevel, 60) }),
    };
  },
  // A body without title and text came for a route's own map, and is told by its arrival where that map fails.
  map: ({ event, fields = {} }, context) => mapFields(fields, event, context),
});

const readId = (inbound: Inbound): string | undefined =>
  deliveryIdHeaders.map((name) => inbound.headers[name]?.trim()).find((id) => id !== undefined && id !== "");

import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { Format, FoundFields, ReadOptions } from "../../model/source.ts";
import { mapFields } from "../generic/map-fields.ts";
import { defineFormat } from "../define-format.ts";
import { levelOfMark } from "../levels/level-of-mark.ts";
import { oneLine } from "../one-line.ts";
import { nothingSaid } from "./nothing-said.ts";
import { tellThing } from "./things.ts";
import type { Words } from "./words.ts";

export type { Words } from "./words.ts";

type Read = (inbound: Inbound, options: ReadOptions) => Words | Refusal;

/**
 * A format of messages that people's tools write for a chat: their words are the notice. Two of the same words within a moment are
 * one sent twice, and later ones are meant.
 */
export const defineFacade = (name: string, read: Read): Format =>
  defineFormat<Words>({
    parse: (inbound, options) => {
      const words = read(inbound, options);
      if (isRefusal(words)) return words;
      const { chat, unknownLevel, thing, ...found } = words;
      const level = levelOfMark([found.title, found.text], found.level, options.levels);
      const fields = { ...found, ...(level && { level }) };
      if (!says(fields) && thing === undefined && options.map === undefined) return nothingSaid;
      return {
        event: "message",
        content: JSON.stringify(words),
        bot: false,
        body: words,
        fields,
        ...(chat !== undefined && { chat }),
        ...(unknownLevel !== undefined && { unknownLevel: oneLine(unknownLevel, 60) }),
      };
    },
    map: ({ event, fields = {}, body: { thing } }, context) => {
      const told = thing && !hasWords(fields) ? { ...fields, text: tellThing(thing, context.language) } : fields;
      return { ...mapFields(told, event, context), source: name };
    },
  });

const hasWords = ({ title = "", text = "" }: FoundFields): boolean => `${title}${text}`.trim() !== "";

const says = (fields: FoundFields): boolean => fields.image !== undefined || hasWords(fields);

import { defined } from "../../base/defined.ts";
import { isObject } from "../../base/is-object.ts";
import type { Notice } from "../../model/notice.ts";
import type { FoundFields, MapContext } from "../../model/source.ts";
import { findFields } from "../generic/find-fields.ts";
import { mapFields } from "../generic/map-fields.ts";
import { readWords } from "../generic/read-words.ts";
import { tellMembers } from "../tell-members.ts";
import { httpLink } from "../http-link.ts";
import type { SnsBody } from "./body.ts";
import { words } from "./words.ts";

/** What else was published to a topic: a text under its subject, or the fields and members of a JSON object. */
export function mapMessage(body: SnsBody, event: string, context: MapContext): Notice {
  const topic = topicOf(body);
  const { title, text = "", ...fields } = readFields(body, context);
  const subject = body.Subject?.trim();
  const said = subject
    ? { title: subject, text: [title === subject ? "" : title, text].filter(Boolean).join("\n") }
    : { title: title ?? (text === "" || isObject(body.Message) ? words[context.language].message(topic) : ""), text };
  const { key, ...notice } = mapFields({ ...fields, ...said }, event, context);
  return { ...notice, source: "sns", ...(key !== undefined && { key: key.replace("generic", `sns/${topic}`) }) };
}

/** The last part of a topic's ARN. */
export const topicOf = ({ TopicArn }: SnsBody): string => TopicArn.split(":").at(-1) ?? "";

function readFields({ Message }: SnsBody, { levels }: MapContext): FoundFields {
  if (!isObject(Message)) return { text: String(Message) };
  const { fields } = findFields(Message, { levels: levels ?? {} });
  if (fields.title !== undefined || fields.text !== undefined) return fields;
  const link = fields.link ?? Object.values(Message).find((value) => typeof value === "string" && httpLink(value));
  return defined({ ...fields, link: readWords(link), text: tellMembers(Message, [readWords(link), fields.key]) });
}

import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../../model/refusal.ts";
import { wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { lastSegment } from "../facade/last-segment.ts";
import { objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import type { Told } from "../markup/told.ts";
import { readNodes } from "./forward.ts";
import { readSegments } from "./segments.ts";
import { segmentsOf } from "./segments-of.ts";

const unknownAction = refuse(
  "unknown-route",
  "there is no message in it, and no action of this name: call send_msg, send_group_msg or send_private_msg",
  "里面没有消息，也没有叫这个名字的 action：请用 send_msg、send_group_msg 或 send_private_msg",
);

type Fields = Readonly<Record<string, unknown>>;

/** A message of OneBot's or Milky's: `message`, a text with CQ codes or segments, or the nodes of a forward. */
export function readMessage(inbound: Inbound): Words | Refusal {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const { text, fields } = read;
  const { message = text, messages, source } = fields;
  if (message === undefined && messages === undefined && inbound.rest?.length === 0) return unknownAction;
  const sent = inbound.query["message"] === message ? wholeOf(inbound.query) : message;
  const words = wordsOf([{ title: textOf(source)?.trim() || undefined, told: tell(sent, fields) }]);
  const chat = chatOf(inbound, fields);
  return { ...words, ...(chat && { chat }) };
}

function tell(message: unknown, { messages, auto_escape }: Fields): readonly Told[] {
  if (objectsOf(message)[0]?.["type"] === "node") return readNodes(message, readSegments);
  const isPlain = ["true", "1"].includes(textOf(auto_escape)?.toLowerCase() ?? "");
  return [...readNodes(messages, readSegments), readSegments(segmentsOf(message, isPlain))];
}

/**
 * A message in a query as its sender meant it: qinglong does not encode an `&`, so that what stands behind it comes as a name of
 * its own. What no parameter's name can be is put back.
 */
const wholeOf = (query: Inbound["query"]): string | undefined =>
  query["message"] === undefined
    ? undefined
    : [
        query["message"],
        ...Object.entries(query).flatMap(([name, value]) =>
          /^[\w.-]+$/.test(name) ? [] : [value === "" ? name : `${name}=${value}`],
        ),
      ].join("&");

/** Of a message to a member of a group both are named: who is meant says the action, or its type. */
function chatOf(inbound: Inbound, { message_type, group_id, user_id }: Fields): string | undefined {
  const [group, user] = [textOf(group_id), textOf(user_id)];
  const isPrivate = message_type === "private" || lastSegment(inbound).startsWith("send_private_");
  return isPrivate ? user || group : group || user;
}

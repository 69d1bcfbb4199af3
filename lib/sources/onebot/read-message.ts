import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../../model/refusal.ts";
import { wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { readNodes } from "./forward.ts";
import { readSegments } from "./segments.ts";
import { segmentsOf } from "./segments-of.ts";

const unknownAction = refuse(
  "unknown-route",
  "there is no message in it, and no action of this name: call send_msg, send_group_msg or send_private_msg",
  "里面没有消息，也没有叫这个名字的 action：请用 send_msg、send_group_msg 或 send_private_msg",
);

/** A message of OneBot's or Milky's: `message`, a text with CQ codes or segments, or the nodes of a forward. */
export function readMessage(inbound: Inbound): Words | Refusal {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const { fields, text = "" } = read;
  const { message, messages } = fields;
  if (message === undefined && messages === undefined && text === "" && inbound.rest?.length === 0)
    return unknownAction;
  const isPlain = ["true", "1"].includes(textOf(fields["auto_escape"])?.toLowerCase() ?? "");
  const whole = inbound.query["message"] === message ? wholeOf(inbound.query) : undefined;
  const isTalk = objectsOf(message)[0]?.["type"] === "node";
  const nodes = readNodes(isTalk ? message : messages, readSegments);
  const told = isTalk ? nodes : [...nodes, readSegments(segmentsOf(whole ?? message ?? text, isPlain))];
  const words = wordsOf([{ title: textOf(fields["source"])?.trim() || undefined, told }]);
  const chat = chatOf(fields);
  return { ...words, ...(chat && { chat }) };
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

function chatOf({ message_type, group_id, user_id }: Readonly<Record<string, unknown>>): string | undefined {
  const [group, user] = [textOf(group_id), textOf(user_id)];
  return message_type === "private" ? (user ?? group) : group || user;
}

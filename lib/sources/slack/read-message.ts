import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { type Card, wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { member, objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { lookUp } from "../look-up.ts";
import type { ReadText } from "../markup/told.ts";
import { readAttachment } from "./attachment.ts";
import { readBlocks } from "./blocks.ts";
import { openReaders } from "./readers.ts";

/**
 * A message in the shape of Slack's incoming webhooks, which Mattermost and Rocket.Chat share: `text`, blocks, attachments.
 * Beside blocks the text is but what notifications show.
 */
export function readMessage(inbound: Inbound, { levels }: ReadOptions, own?: ReadText): Words | Refusal {
  const read = readRequest(inbound);
  if (isRefusal(read)) return read;
  const { fields } = read;
  const readers = openReaders(own);
  const blocks = readBlocks(fields["blocks"], readers);
  const told = [readers.text(read.text ?? fields["text"] ?? fields["message"])];
  const text: Card = { told, level: lookUp(priorities, textOf(member(fields["priority"], "priority"))) };
  const attachments = objectsOf(fields["attachments"] ?? member(fields["props"], "attachments"));
  const words = wordsOf([
    isSaying(blocks) ? blocks : { ...text, button: blocks.button, image: blocks.image },
    ...attachments.map((each) => readAttachment(each, readers, levels)),
  ]);
  const chat = textOf(fields["channel"] ?? fields["channel_id"]);
  return { ...words, ...(chat && { chat }) };
}

/** Mattermost's priorities of posts. */
const priorities = { important: "warning", urgent: "error" } as const;

const isSaying = ({ title, told }: Card): boolean =>
  title !== undefined ||
  told.some(({ lines, calls }) => calls !== undefined || lines.some((line) => line.trim() !== ""));

import type { LevelScale } from "../../model/level-scale.ts";
import type { Card } from "../facade/card.ts";
import { readField } from "../facade/fields.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfColor } from "../levels/level-of-color.ts";
import type { Told } from "../markup/told.ts";
import { readBlocks } from "./blocks.ts";
import type { Readers } from "./readers.ts";

type Attachment = Readonly<Record<string, unknown>>;

const says = ({ lines }: Told): boolean => lines.some((line) => line.trim() !== "");

/**
 * An attachment as one part of a message (docs.slack.dev, "Legacy attachments"; Mattermost and Rocket.Chat have the same fields), which
 * may hold blocks instead. Its fallback is told where nothing else of it says anything.
 */
export function readAttachment(attachment: Attachment, readers: Readers, scale: LevelScale | undefined): Card {
  const { text } = readers;
  const heading = text(attachment["title"]);
  const [title, ...rest] = heading.lines.map((line) => line.trim()).filter((line) => line !== "");
  const blocks = readBlocks(attachment["blocks"], readers);
  const told = [
    { ...heading, lines: rest },
    text(attachment["pretext"]),
    text(attachment["author_name"]),
    text(attachment["text"]),
    ...objectsOf(attachment["fields"]).map((field) => readField(field["title"], field["value"], text)),
    ...(title !== undefined && blocks.title !== undefined ? [{ lines: [blocks.title] }] : []),
    ...blocks.told,
    text(attachment["footer"]),
  ];
  const isSilent = title === undefined && blocks.title === undefined && !told.some(says);
  return {
    title: title ?? blocks.title,
    told: isSilent ? [text(attachment["fallback"])] : told,
    link: httpLink(textOf(attachment["title_link"])),
    button: objectsOf(attachment["actions"]).map(buttonOf).find(Boolean) ?? blocks.button,
    image: httpLink(textOf(attachment["image_url"])) ?? blocks.image,
    level: levelOfColor(attachment["color"], scale),
  };
}

const buttonOf = (action: Attachment): string | undefined =>
  httpLink(textOf(action["url"]) ?? textOf(member(action, "integration", "url")));

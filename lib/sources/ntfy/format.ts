import { defined } from "../../base/defined.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineFacade, type Words } from "../facade/define-facade.ts";
import { httpLink } from "../http-link.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import type { ReadText } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { viewedBy } from "./actions.ts";
import { tellAttached, tellFile } from "./file.ts";
import { type Published, readPublished } from "./published.ts";
import { readLevels } from "./levels.ts";
import { readTags } from "./tags.ts";
import { namedTopic } from "./topic.ts";

/** Words without markup are told as they stand; their lines are found when they are cut. */
const plain: ReadText = (text) => ({ lines: [text] });

/** The relay sends at once: when it was to be read is part of what it says. */
const delayed = (delay: string | undefined): readonly string[] => (delay === undefined ? [] : [`⏰ ${delay}`]);

function readMessage(inbound: Inbound, { levels }: ReadOptions): Words | Refusal {
  const published = readPublished(inbound);
  if (isRefusal(published)) return published;
  const { get, valueOf, text, isMarkdown, topic } = published;
  const told = (isMarkdown ? openWithin()(readCommonMark) : plain)(text);
  const file = fileOf(published);
  const tags = readTags(valueOf("tags"), levels);
  const lines = [...told.lines, ...file.lines, ...delayed(get("delay")), ...tags.lines];
  return defined({
    ...titleAndText(tags.emoji, get("title"), lines.join("\n").trim()),
    ...readLevels({ priority: get("priority"), icon: get("icon"), tags: tags.levels }, levels),
    link: httpLink(get("click")) ?? viewedBy(valueOf("actions")) ?? told.link ?? file.link,
    image: file.image ?? told.image,
    chat: namedTopic(inbound, topic),
  });
}

const fileOf = ({ file, get }: Published) =>
  file ? tellFile(file.bytes, get("filename") ?? file.name) : tellAttached(get("attach"), get("filename"));

/** ntfy shows emoji before the title, or before the message that has none; of nothing at all it says `triggered`. */
function titleAndText(emoji: string, title: string | undefined, text: string): Pick<Words, "title" | "text"> {
  const before = emoji === "" ? "" : `${emoji} `;
  return title === undefined ? { text: `${before}${text || "triggered"}` } : { title: `${before}${title}`, text };
}

/** What is published to a topic of ntfy's. */
export const ntfyFormat = defineFacade("ntfy", readMessage);

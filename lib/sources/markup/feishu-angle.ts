import { httpLink } from "../http-link.ts";
import type { Finds } from "./told.ts";

const names = /^\/?(?:text_tag|number_tag|local_datetime|person|link|raw|audio|hr)(?:\s[^<>]*)?\/?$/;
const url = /^link\s(?:[^<>]*\s)?url\s*=\s*["']?([^\s"'<>]+)/;

/** What stands for the tags of Feishu's cards (all between their brackets) in words: nothing, since they only dress theirs. */
export function readFeishuAngle(inner: string, finds: Finds): string | undefined {
  if (!names.test(inner)) return undefined;
  finds.link ??= httpLink(url.exec(inner)?.[1]);
  return "";
}

import type { Inbound } from "../../model/inbound.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { readArticles } from "../facade/articles.ts";
import { type Card, wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { withHeadingLevel } from "../facade/heading-level.ts";
import { member, objectsOf } from "../facade/members.ts";
import { readTitled } from "../facade/preview-title.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { levelOfFonts } from "../levels/level-of-fonts.ts";
import { isMarked } from "../markup/is-marked.ts";
import { readTagged } from "../markup/read-tagged.ts";
import type { ReadText } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { readAt } from "./read-at.ts";
import { unwrap } from "./unwrap.ts";

type Readers = { readonly plain: ReadText; readonly markdown: ReadText; readonly scale: LevelScale | undefined };
type Read = (message: unknown, readers: Readers) => readonly Card[];

const at = (value: unknown, name: string): string | undefined => textOf(member(value, name));
const urlOf = (value: unknown, name: string): string => unwrap(at(value, name) ?? "");

/** A title and a text in Markdown. */
const readPage = (message: unknown, { markdown, scale }: Readers): Card => {
  const text = at(message, "text") ?? textOf(message) ?? "";
  const titled = readTitled(at(message, "title"), markdown(text));
  return { ...titled, level: levelOfFonts(text, scale) };
};

/** What each kind of message says (open.dingtalk.com, "Custom robots"). */
const kinds: Readonly<Record<string, Read>> = {
  text: (message, { plain }) => [{ told: [plain(at(message, "content") ?? textOf(message) ?? "")] }],
  markdown: (message, readers) => [readPage(message, readers)],
  link: (message, { plain, markdown }) => {
    const [title, text = ""] = [at(message, "title"), at(message, "text")];
    // Grafana's text is in Markdown here too.
    const told = [(isMarked(text) ? markdown : plain)(text)];
    return readArticles([{ title, told, url: urlOf(message, "messageUrl"), image: at(message, "picUrl") }]);
  },
  actionCard: (message, readers) => [
    {
      ...readPage(message, readers),
      link: httpLink(urlOf(message, "singleURL")),
      button: objectsOf(member(message, "btns")).flatMap((button) => httpLink(urlOf(button, "actionURL")) ?? [])[0],
    },
  ],
  feedCard: (message) =>
    readArticles(
      objectsOf(member(message, "links")).map((link) => ({
        title: at(link, "title"),
        url: urlOf(link, "messageURL"),
        image: at(link, "picURL"),
      })),
    ),
};

/** A message to one of DingTalk's robots, of the kind that it says, or else of the one that it has. */
export function readMessage(inbound: Inbound, { levels }: ReadOptions, markdown: ReadText): Words | Refusal {
  const request = readRequest(inbound);
  if (isRefusal(request)) return request;
  const { fields } = request;
  const { isAll, withoutMarks } = readAt(fields["at"]);
  const within = openWithin();
  const readers = {
    plain: within((text) => readTagged(withoutMarks(text))),
    markdown: within((text) => markdown(unwrap(withoutMarks(text)))),
    scale: levels,
  };
  const names = [textOf(fields["msgtype"]) ?? "", ...Object.keys(kinds)];
  const name = names.find((each) => Object.hasOwn(kinds, each) && fields[each] != null) ?? "";
  const cards = kinds[name]?.(fields[name], readers) ?? [];
  return wordsOf([
    ...cards.map((card, at) => (at === 0 ? withHeadingLevel(card, levels) : card)),
    ...(isAll ? [{ told: [{ lines: [], calls: "@所有人" }] }] : []),
  ]);
}

import type { Inbound } from "../../model/inbound.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { readArticles } from "../facade/articles.ts";
import { type Card, wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { withHeadingLevel } from "../facade/heading-level.ts";
import { member, objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import type { Thing } from "../facade/things.ts";
import { levelOfFonts } from "../levels/level-of-fonts.ts";
import { readTagged } from "../markup/read-tagged.ts";
import type { ReadText } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { nameOfMedia } from "./media-name.ts";
import { readTemplateCard } from "./template-card.ts";

type Readers = { readonly plain: ReadText; readonly markdown: ReadText; readonly scale: LevelScale };
type Kind = {
  readonly cards?: (message: unknown, readers: Readers) => readonly Card[];
  readonly image?: (message: unknown) => string | undefined;
  readonly thing?: (message: unknown) => Thing;
};

const at = (value: unknown, name: string): string | undefined => textOf(member(value, name));
const contentOf = (message: unknown): string => at(message, "content") ?? textOf(message) ?? "";

const media =
  (kind: Thing["kind"]): NonNullable<Kind["thing"]> =>
  (message) => {
    const name = nameOfMedia(at(message, "media_id") ?? "");
    return { kind, ...(name && { name }) };
  };

const markdown: Kind = {
  cards: (message, readers) => {
    const text = contentOf(message);
    return [{ told: [readers.markdown(text)], level: levelOfFonts(text, readers.scale) }];
  },
};

/** What each kind of message says (developer.work.weixin.qq.com, "Group robots"). */
const kinds: Readonly<Record<string, Kind>> = {
  text: { cards: (message, { plain }) => [{ told: [plain(contentOf(message))] }] },
  markdown,
  markdown_v2: markdown,
  news: {
    cards: (message, { plain }) =>
      readArticles(
        objectsOf(member(message, "articles")).map((article) => ({
          title: at(article, "title"),
          told: [plain(at(article, "description") ?? "")],
          url: at(article, "url"),
          image: at(article, "picurl"),
        })),
      ),
  },
  template_card: { cards: (message, { plain }) => [readTemplateCard(message, plain)] },
  image: { image: (message) => at(message, "base64"), thing: () => ({ kind: "picture" }) },
  file: { thing: media("file") },
  voice: { thing: media("voice") },
};

/** WeCom's names for three colours: green, grey and orange. */
const colors = { info: "success" } as const;

const callsAll = (message: unknown): boolean =>
  ["mentioned_list", "mentioned_mobile_list"].some((name) => [member(message, name)].flat().includes("@all"));

/** A message to one of WeCom's robots, of the kind that it says, or else of the one that it has. */
export function readMessage(inbound: Inbound, { levels }: ReadOptions, markdown: ReadText): Words | Refusal {
  const request = readRequest(inbound);
  if (isRefusal(request)) return request;
  const { fields } = request;
  const within = openWithin();
  const names = [textOf(fields["msgtype"]) ?? "", ...Object.keys(kinds)];
  const name = names.find((each) => Object.hasOwn(kinds, each) && fields[each] != null) ?? "";
  const { cards: read, image, thing } = kinds[name] ?? {};
  const message = fields[name];
  const readers = { plain: within(readTagged), markdown: within(markdown), scale: { ...colors, ...levels } };
  const cards = read?.(message, readers) ?? [];
  const picture = image?.(message);
  const chat = textOf(fields["chatid"]);
  return {
    ...wordsOf([
      ...cards.map((card, at) => (at === 0 ? withHeadingLevel(card, levels) : card)),
      ...(callsAll(message) ? [{ told: [{ lines: [], calls: "@all" }] }] : []),
    ]),
    ...(picture && { image: picture }),
    ...(thing && { thing: thing(message) }),
    ...(chat && { chat }),
  };
}

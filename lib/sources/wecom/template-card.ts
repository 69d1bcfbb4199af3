import type { Card } from "../facade/card.ts";
import { readField } from "../facade/fields.ts";
import { member, objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import type { ReadText, Told } from "../markup/told.ts";

/** A card by WeCom's templates, "text_notice" and "news_notice" (developer.work.weixin.qq.com, "Group robots"). */
export function readTemplateCard(card: unknown, read: ReadText): Card {
  const at = (...names: readonly string[]): Told => read(textOf(member(card, ...names)) ?? "");
  const urlAt = (value: unknown, ...names: readonly string[]) => httpLink(textOf(member(value, ...names)));
  const title = at("main_title", "title").lines.join(" ").trim();
  return {
    title: title || undefined,
    told: [
      at("main_title", "desc"),
      readField(member(card, "emphasis_content", "desc"), member(card, "emphasis_content", "title"), read),
      at("sub_title_text"),
      readField(member(card, "quote_area", "title"), member(card, "quote_area", "quote_text"), read),
      readField(member(card, "image_text_area", "title"), member(card, "image_text_area", "desc"), read),
      ...objectsOf(member(card, "vertical_content_list")).map(({ title, desc }) => readField(title, desc, read)),
      ...objectsOf(member(card, "horizontal_content_list")).map(({ keyname, value }) =>
        readField(keyname, value, read),
      ),
      at("source", "desc"),
    ],
    link: urlAt(card, "card_action", "url"),
    button: [
      ...objectsOf(member(card, "jump_list")).map((jump) => urlAt(jump, "url")),
      urlAt(card, "quote_area", "url"),
      urlAt(card, "image_text_area", "url"),
    ].find(Boolean),
    image: urlAt(card, "card_image", "url") ?? urlAt(card, "image_text_area", "image_url"),
  };
}

import { isObject } from "../../base/is-object.ts";
import type { ArkPair, Message } from "../../model/message.ts";
import type { CustomArk } from "../../model/custom-template.ts";
import { arkPair } from "./ark-pair.ts";
import { breakMentions } from "../sanitize/break-mentions.ts";
import { customUrl } from "../sanitize/custom-url.ts";
import { sanitize } from "../sanitize/sanitize.ts";
import type { LinkRule } from "../sanitize/shown-url.ts";

type Pair = { readonly key: string; readonly value: string };

/** What a function answered is looked at by hand here: a schema would be a fifth of what a function loads at its start. */
const isKey = (value: unknown): value is string => typeof value === "string" && value !== "";

const isPair = (value: unknown): value is Pair =>
  isObject(value) && isKey(value["key"]) && typeof value["value"] === "string";

const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.length > 0 && Array.from(value).every((item) => isItem(item));

type Row = { readonly obj_kv: readonly Pair[] };

const isRow = (value: unknown): value is Row => isObject(value) && isListOf(value["obj_kv"], isPair);

const isArkPair = (value: unknown): value is ArkPair =>
  isPair(value) || (isObject(value) && isKey(value["key"]) && isListOf(value["obj"], isRow));

/** A value that is a URL is shown as the policy shows URLs; any other is text of a sender. */
const clean = (value: string, rule: LinkRule): string => customUrl(value, rule) ?? breakMentions(sanitize(value, rule));

/** A route's own ark with the values that its function answered; undefined when they are not an ark's. */
export function renderCustomArk({ template }: CustomArk, values: unknown, rule: LinkRule): Message | undefined {
  if (!isListOf(values, isArkPair)) return undefined;
  const cleanPair = ({ key, value }: Pair) => ({ key, value: clean(value, rule) || " " });
  return {
    form: "ark",
    template,
    kv: values.map((pair) =>
      isPair(pair)
        ? arkPair(pair.key, clean(pair.value, rule))
        : { key: pair.key, obj: pair.obj.map(({ obj_kv: row }) => ({ obj_kv: row.map(cleanPair) })) },
    ),
  };
}

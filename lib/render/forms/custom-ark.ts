import * as z from "zod";
import type { ArkPair, Message } from "../../model/message.ts";
import type { CustomArk } from "../../model/custom-template.ts";
import { arkPair } from "./ark-pair.ts";
import { breakMentions } from "../sanitize/break-mentions.ts";
import { customUrl } from "../sanitize/custom-url.ts";
import { sanitize } from "../sanitize/sanitize.ts";
import type { LinkRule } from "../sanitize/shown-url.ts";

const Key = z.string().min(1);
const Pair = z.object({ key: Key, value: z.string() });
const Pairs: z.ZodType<readonly ArkPair[]> = z
  .array(z.union([Pair, z.object({ key: Key, obj: z.array(z.object({ obj_kv: z.array(Pair).min(1) })).min(1) })]))
  .min(1);

/** A value that is a URL is shown as the policy shows URLs; any other is text of a sender. */
const clean = (value: string, rule: LinkRule): string => customUrl(value, rule) ?? breakMentions(sanitize(value, rule));

/** A route's own ark with the values that its function answered; undefined when they are not an ark's. */
export function renderCustomArk({ template }: CustomArk, values: unknown, rule: LinkRule): Message | undefined {
  const read = Pairs.safeParse(values);
  if (!read.success) return undefined;
  const cleanPair = ({ key, value }: z.infer<typeof Pair>) => ({ key, value: clean(value, rule) || " " });
  return {
    form: "ark",
    template,
    kv: read.data.map((pair) =>
      "value" in pair
        ? arkPair(pair.key, clean(pair.value, rule))
        : { key: pair.key, obj: pair.obj.map(({ obj_kv: row }) => ({ obj_kv: row.map(cleanPair) })) },
    ),
  };
}

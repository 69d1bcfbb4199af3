import * as z from "zod";
import { isV2, type SceneName } from "../scene.ts";
import { refuse, type Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";

/** Keys of the public templates; QQ's pages call none of them optional. */
const templates: Readonly<Record<number, readonly string[]>> = {
  23: ["#DESC#", "#PROMPT#", "#LIST#"],
  24: ["#DESC#", "#PROMPT#", "#TITLE#", "#METADESC#", "#IMG#", "#LINK#", "#SUBTITLE#"],
  37: ["#PROMPT#", "#METATITLE#", "#METASUBTITLE#", "#METACOVER#", "#METAURL#"],
};

const Ark = z.looseObject({
  template_id: z.int(),
  kv: z.array(
    z.looseObject({
      key: z.string(),
      value: z.string().nullish(),
      obj: z.array(z.looseObject({ obj_kv: z.array(z.looseObject({ key: z.string(), value: z.string() })) })).nullish(),
    }),
  ),
});

/** Keys of another template that was granted to the bot are its own matter. All of a public one's, values as strings; each row of template 23's list has a `desc` and perhaps a `link`. */
export function findArkFault(
  ark: Readonly<Record<string, unknown>>,
  scene: SceneName,
  settings: Settings,
): Refusal | undefined {
  const malformed = isV2(scene) ? 304061 : 12002;
  if (!settings.ark) return refuse(304004);
  const read = Ark.safeParse(ark);
  if (!read.success) return refuse(malformed, `ark.${read.error.issues[0]?.path.join(".")}`);
  const { template_id: template, kv } = read.data;
  const keys = templates[template];
  if (!keys && !settings.customArks.includes(template)) return refuse(304011);
  if (kv.some(({ value, obj }) => typeof value !== "string" && !obj)) return refuse(malformed, "ark value");
  const given = new Map(kv.map((pair) => [pair.key, pair]));
  for (const key of keys ?? []) {
    const pair = given.get(key);
    const isList = key === "#LIST#";
    if (!pair || (isList ? !pair.obj : typeof pair.value !== "string")) return refuse(malformed, `ark ${key}`);
    const rows = isList ? (pair.obj ?? []) : [];
    if (rows.some((row) => row.obj_kv.every((cell) => cell.key !== "desc"))) return refuse(malformed, "ark desc");
  }
  return undefined;
}

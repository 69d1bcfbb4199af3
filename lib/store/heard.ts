import { createHash } from "node:crypto";
import { day, toSeconds } from "../base/time.ts";
import type { Heard } from "../model/heard.ts";
import { type SceneName, sceneNames } from "../model/scene.ts";
import { asMap, asNumber, asText, optional } from "./decode.ts";
import type { Item } from "./item.ts";
import { heardKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** People who are remembered of a scene; so many more before the oldest are forgotten, by a write for all of those. */
const kept = 20;
const tolerated = 30;

/** How long (ms) someone is remembered. */
const memory = 7 * day;

/**
 * Remembers who spoke in a scene: an attribute for each of them on one item, so that no write waits for another, and the item
 * stays small.
 */
export async function noteHeard(table: Table, { scene, ...heard }: Heard): Promise<void> {
  const key = heardKey(scene);
  const item = await table.update({
    key,
    set: { [nameOf(heard)]: heard, expiresAt: toSeconds(heard.at + memory) },
    answer: true,
    undoable: true,
  });
  const names = item ? Object.keys(item).filter(isHeard) : [];
  if (!item || names.length <= tolerated) return;
  const oldest = names.toSorted((a, b) => timeOf(item, a) - timeOf(item, b)).slice(0, -kept);
  await table.update({ key, remove: oldest, undoable: true });
}

/** Who spoke lately, newest first: one small read a scene. */
export async function readHeard(table: Table, now: number): Promise<readonly Heard[]> {
  const all = await Promise.all(sceneNames.map((scene) => readScene(table, scene)));
  return all
    .flat()
    .filter(({ at }) => at > now - memory)
    .toSorted((a, b) => b.at - a.at);
}

async function readScene(table: Table, scene: SceneName): Promise<readonly Heard[]> {
  const item = (await table.get(heardKey(scene))) ?? {};
  return Object.keys(item)
    .filter(isHeard)
    .map((name) => toHeard(scene, asMap(item[name]) ?? {}));
}

const toHeard = (scene: SceneName, item: Item): Heard => ({
  scene,
  target: asText(item["target"]) ?? "",
  ...optional("guild", asText(item["guild"])),
  ...optional("user", asText(item["user"])),
  ...optional("name", asText(item["name"])),
  at: asNumber(item["at"]) ?? 0,
});

const mark = "heard_";

const isHeard = (name: string): boolean => name.startsWith(mark);

/** One name for one person in one conversation. */
const nameOf = ({ target, user = "" }: Pick<Heard, "target" | "user">): string =>
  `${mark}${createHash("sha256").update(`${target} ${user}`).digest("hex").slice(0, 16)}`;

const timeOf = (item: Item, name: string): number => asNumber(asMap(item[name])?.["at"]) ?? 0;

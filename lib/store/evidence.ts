import type { Evidence, EvidenceChange } from "../model/evidence.ts";
import type { SceneName } from "../model/scene.ts";
import { absent, all, any, atMost } from "./condition.ts";
import { asNumber, optional } from "./decode.ts";
import { evidenceKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** No item = QQ has shown nothing yet. */
export async function readEvidence(table: Table, scene: SceneName): Promise<Evidence> {
  const item = (await table.get(evidenceKey(scene))) ?? {};
  const time = <Name extends keyof Evidence>(name: Name) => optional(name, asNumber(item[name]));
  return {
    ...time("provenSince"),
    ...time("provenAt"),
    ...time("refusedUntil"),
    ...time("askedUntil"),
    ...time("asks"),
    ...time("repliesRefusedAt"),
  };
}

/** Writes what was learnt, whoever learnt something else meanwhile. */
export async function learn(table: Table, scene: SceneName, change: EvidenceChange): Promise<void> {
  const entries = Object.entries(change);
  await table.update({
    key: evidenceKey(scene),
    set: Object.fromEntries(entries.filter(([, value]) => value !== null)),
    remove: entries.flatMap(([name, value]) => (value === null ? [name] : [])),
  });
}

/** Of any number that would ask, one may until `until` (ms), and none where the answer is known. Proof from `since` (ms) on counts. */
export async function takeAsk(
  table: Table,
  scene: SceneName,
  { until, asks, since }: { readonly until: number; readonly asks: number; readonly since: number },
  now: number,
): Promise<boolean> {
  const isOver = (name: keyof Evidence, by: number) => any(absent(name), atMost(name, by));
  const taken = await table.update({
    key: evidenceKey(scene),
    set: { askedUntil: until, asks },
    when: all(isOver("askedUntil", now), isOver("refusedUntil", now), isOver("provenAt", since)),
  });
  return taken !== false;
}

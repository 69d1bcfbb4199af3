import { readTarget, type Target } from "../model/target.ts";
import type { Live } from "../ports.ts";
import { arrivalOf, targetNameOf } from "./keys.ts";
import type { Table } from "./table.ts";

const targetOfPk = (pk: string): Target | undefined => {
  const name = targetNameOf(pk);
  return name === undefined ? undefined : readTarget(name);
};

/** Targets of a scene whose `dueAt` has come, soonest first: reads only what is due. */
export async function* dueTargets(table: Table, scene: Target["scene"], now: number): AsyncGenerator<Target> {
  for await (const { pk } of table.queryDue(scene, now)) {
    const target = targetOfPk(pk);
    if (target) yield target;
  }
}

/** Every target with something pending: how much, and when the oldest and the newest of it arrived. */
export async function* liveTargets(table: Table): AsyncGenerator<Live> {
  const found = new Map<string, Omit<Live, "target">>();
  for await (const { pk, live } of table.scanLive()) {
    const arrivedAt = arrivalOf(live);
    if (arrivedAt === undefined) continue;
    const { pending, oldest, newest } = found.get(pk) ?? { pending: 0, oldest: arrivedAt, newest: arrivedAt };
    found.set(pk, {
      pending: pending + 1,
      oldest: Math.min(oldest, arrivedAt),
      newest: Math.max(newest, arrivedAt),
    });
  }
  for (const [pk, live] of found) {
    const target = targetOfPk(pk);
    if (target) yield { target, ...live };
  }
}

import { minute, second } from "../base/time.ts";
import type { QqEvent } from "../model/qq-event.ts";
import { targetName } from "../model/target.ts";
import { logStoreFault } from "../outbox/log-store-fault.ts";
import type { HeardBy, Log } from "../ports.ts";

/** Remembers who speaks, whatever routes are there: so their ids can be found. Never throws, and seldom writes. */
export type Hear = (event: QqEvent) => Promise<void>;

/** One who goes on speaking is written down again after this long (ms), and another in the same conversation after that. */
const again = { person: 10 * minute, conversation: 10 * second } as const;

/** What one process knows to be written down; more is forgotten, and costs a write. */
const maxKnown = 2_000;

export function createHear({ store, log }: { readonly store: Pick<HeardBy, "noteHeard">; readonly log: Log }): Hear {
  const written = new Map<string, number>();
  const isFresh = (name: string, span: number, at: number): boolean => {
    const last = written.get(name);
    return last !== undefined && Math.abs(at - last) < span;
  };
  return async ({ targets: [target], opens, presence, said, at }) => {
    if (!target || !opens || presence === "gone") return;
    const where = targetName(target);
    const { id: user, name } = said?.speaker ?? {};
    const who = `${where} ${user ?? ""}`;
    if (isFresh(who, again.person, at) || isFresh(where, again.conversation, at)) return;
    if (written.size > maxKnown) written.clear();
    written.set(who, at).set(where, at);
    const { scene, id, guild } = target;
    try {
      await store.noteHeard({
        scene,
        target: id,
        ...(guild !== undefined && { guild }),
        ...(user !== undefined && { user }),
        ...(name !== undefined && { name }),
        at,
      });
    } catch (error) {
      logStoreFault(error, log);
    }
  };
}

import { hour, minute, second } from "../base/time.ts";
import type { Heard } from "../model/heard.ts";
import type { QqEvent } from "../model/qq-event.ts";
import { targetName } from "../model/target.ts";
import { logStoreFault } from "../outbox/log-store-fault.ts";
import { isTalk } from "./idle-talk.ts";
import type { ListenPorts } from "./listen-ports.ts";
import type { HeardBy, Log } from "../ports.ts";

/**
 * One who goes on speaking is written down again after this long (ms), another in the same conversation after that; of talk that
 * is not for the bot the conversation alone matters, and seldom.
 */
const again = { person: 10 * minute, conversation: 10 * second, talk: hour } as const;

type HearPorts = { readonly store: Pick<HeardBy, "noteHeard">; readonly log: Log };

/** What one process knows to be written down; more is forgotten, and costs a write. */
const maxKnown = 2_000;

/** Hears for one process; what it has written down lately costs nothing more. */
export function createHear({ store, log }: HearPorts): ListenPorts["hear"] {
  const written = new Map<string, number>();
  const isFresh = (name: string, span: number, at: number): boolean => {
    const last = written.get(name);
    return last !== undefined && Math.abs(at - last) < span;
  };
  const isNews = (heard: Heard, span: number): boolean => {
    const where = targetName({ scene: heard.scene, id: heard.target });
    const who = `${where} ${heard.user ?? ""}`;
    if (isFresh(who, again.person, heard.at) || isFresh(where, span, heard.at)) return false;
    if (written.size > maxKnown) written.clear();
    written.set(who, heard.at).set(where, heard.at);
    return true;
  };
  return async (event) => {
    const heard = heardOf(event);
    if (!heard || !isNews(heard, isTalk(event) ? again.talk : again.conversation)) return;
    try {
      await store.noteHeard(heard);
    } catch (error) {
      logStoreFault(error, log);
    }
  };
}

/** Who is there by an event that opens a window; undefined where the event is none of anybody's. */
function heardOf({ targets: [target], opens, presence, said, at }: QqEvent): Heard | undefined {
  if (!target || !opens || presence === "gone") return undefined;
  const { scene, id, guild } = target;
  const { speaker } = said ?? {};
  return {
    scene,
    target: id,
    ...(guild !== undefined && { guild }),
    ...(speaker && { user: speaker.id, ...(speaker.name !== undefined && { name: speaker.name }) }),
    at,
  };
}

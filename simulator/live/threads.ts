import type { Attempt } from "../ledger.ts";
import type { Said } from "../said.ts";
import { targetKey, type Target } from "../scene.ts";

/** An event of a conversation that is nobody's words: permission, members, a button. */
export type Happened = {
  readonly at: string;
  /** QQ's name of it. */
  readonly t: string;
  /** The envelope's id, which a reply may hang on. */
  readonly id: string;
  /** The words of a message that was told by `POST /_sim/event`, and its `msg_id`. */
  readonly text?: string;
  readonly msg_id?: string;
  /** The button that was pressed, and the interaction that wants to be acknowledged. */
  readonly button?: string;
  readonly interaction?: string;
};

/** What a conversation has, in the order in which it came about. */
export type Entry = { readonly n: number } & (
  | { readonly kind: "sent"; readonly attempt: Attempt }
  | { readonly kind: "said"; readonly said: Said }
  | { readonly kind: "happened"; readonly happened: Happened }
);

type NewEntry = Entry extends infer One ? (One extends Entry ? Omit<One, "n"> : never) : never;

/** The conversations that were met: each with its latest entries. */
export type Threads = {
  count: number;
  readonly byTarget: Map<string, { readonly target: Target; readonly entries: Entry[] }>;
  /** The latest of them, the newest last. */
  readonly recent: { readonly target: Target; at: number }[];
};

/** Entries of a conversation, and conversations in the list; what is older nobody scrolls to. */
const keptEntries = 300;
const keptTargets = 100;

export const newThreads = (): Threads => ({ count: 0, byTarget: new Map(), recent: [] });

export function noteEntry(threads: Threads, target: Target, entry: NewEntry, now: number): void {
  const key = targetKey(target);
  const thread = threads.byTarget.get(key) ?? { target, entries: [] };
  threads.byTarget.set(key, thread);
  threads.count += 1;
  thread.entries.push({ ...entry, n: threads.count });
  if (thread.entries.length > keptEntries) thread.entries.shift();
  moveLast(threads, target, now);
}

function moveLast({ recent }: Threads, target: Target, at: number): void {
  const index = recent.findLastIndex((one) => one.target.scene === target.scene && one.target.id === target.id);
  if (index >= 0) recent.splice(index, 1);
  recent.push({ target, at });
  if (recent.length > keptTargets) recent.shift();
}

export const entriesOf = ({ byTarget }: Threads, target: Target): readonly Entry[] =>
  byTarget.get(targetKey(target))?.entries ?? [];

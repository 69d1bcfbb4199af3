import type { Shown } from "../../live/view.ts";

/** What the simulator tells of a conversation; `fresh`: all that came before is forgotten. */
export type Told = { readonly fresh: boolean; readonly entries: readonly Shown[] };

/** As many as the simulator keeps of a conversation. */
const kept = 300;

/** Entries with those that are new or changed; each has its number for good. */
export function mergeEntries(before: readonly Shown[], { fresh, entries }: Told): readonly Shown[] {
  const byNumber = new Map((fresh ? [] : before).map((entry) => [entry.n, entry]));
  for (const entry of entries) byNumber.set(entry.n, entry);
  return [...byNumber.values()].toSorted((a, b) => a.n - b.n).slice(-kept);
}

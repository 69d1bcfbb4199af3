import type { State } from "../state.ts";
import { resolveLimits } from "../limits-setting.ts";
import type { Target } from "../scene.ts";
import { anchorKey, type AnchorRef } from "../windows.ts";
import { entriesOf, type Entry } from "./threads.ts";

/** A window that a reply may still go through. `times` null: no count is stated. */
export type OpenWindow = {
  readonly kind: "msg" | "event";
  readonly id: string;
  readonly closesAt: string;
  readonly used: number;
  readonly times: number | null;
};

/** What replies may hang on in an entry. */
function anchorOf(entry: Entry): AnchorRef | undefined {
  if (entry.kind === "sent") return undefined;
  if (entry.kind === "said") return { kind: "msg", id: entry.said.msg_id };
  const { msg_id: message, id } = entry.happened;
  return message === undefined ? { kind: "event", id } : { kind: "msg", id: message };
}

/** The conversation's open windows, the one that closes first first. */
export function windowsOf(state: State, target: Target, now: number): readonly OpenWindow[] {
  const { minutes, times } = resolveLimits(state.settings.limits)[target.scene].reply;
  return entriesOf(state.threads, target)
    .flatMap((entry): readonly OpenWindow[] => {
      const ref = anchorOf(entry);
      const anchor = ref && state.anchors.get(anchorKey(ref));
      if (!ref || !anchor || anchor.refusal !== undefined) return [];
      const closes = anchor.openedAt + minutes * 60_000;
      const isOpen = now < closes && (times === null || anchor.used < times);
      return isOpen ? [{ ...ref, closesAt: new Date(closes).toISOString(), used: anchor.used, times }] : [];
    })
    .toSorted((a, b) => Date.parse(a.closesAt) - Date.parse(b.closesAt));
}

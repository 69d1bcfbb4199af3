import { createHash } from "node:crypto";
import type { Notice } from "../../model/notice.ts";
import type { AlertmanagerBody } from "./body.ts";
import { fingerprintOf } from "./content.ts";
import { isFiring } from "./status.ts";

/** Marks kept with a notice, once per target; of more alerts the smallest, which are the same whenever they are chosen. */
const max = 400;

/**
 * Which alerts a group's notification is about. Two clusters that post to one route give their groups the same key: only
 * the alerts tell them apart.
 */
export function partsOf(body: AlertmanagerBody): NonNullable<Notice["parts"]> {
  const [open, closed] = [true, false].map((firing) =>
    marksOf(body.alerts.filter((alert) => isFiring(alert, body) === firing).map(fingerprintOf)),
  );
  return { open: open ?? [], closed: closed ?? [] };
}

const marksOf = (fingerprints: readonly string[]): readonly string[] =>
  [...new Set(fingerprints.map(markOf))].toSorted().slice(0, max);

/** Short, since it only has to differ within one group. */
export const markOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 8);

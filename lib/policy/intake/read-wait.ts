import { second } from "../../base/time.ts";

/** Longest time (ms) that a sender may ask the relay to deliver before it answers. */
const maxWait = 20 * second;

/** The `wait` of a `Prefer` header (RFC 7240, seconds) in ms; undefined when the sender did not ask. */
export function readWait(prefer: string | undefined): number | undefined {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?(?:$|[,;\s])/i.exec(prefer ?? "") ?? [];
  return seconds === undefined ? undefined : Math.min(Number(seconds) * second, maxWait);
}

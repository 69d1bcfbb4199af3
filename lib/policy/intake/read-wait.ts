import { second } from "../../base/time.ts";

/**
 * How long (ms) a sender may have the relay deliver before it answers. QQ's send wants 5 s at least, so a shorter wait is
 * made `min` long, though most deliveries end in a tenth of it.
 */
const bounds = { min: 8 * second, max: 20 * second } as const;

/** A wait in ms: `applied` as the answer tells it, `granted` as long as deliveries may take. */
export type Wait = { readonly applied: number; readonly granted: number };

/** The `wait` of a `Prefer` header (RFC 7240, seconds); undefined when the sender did not ask. */
export function readWait(prefer: string | undefined): Wait | undefined {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?(?:$|[,;\s])/i.exec(prefer ?? "") ?? [];
  if (seconds === undefined) return undefined;
  const applied = Math.min(Number(seconds) * second, bounds.max);
  return { applied, granted: Math.max(applied, bounds.min) };
}

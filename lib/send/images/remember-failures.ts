import { minute } from "../../base/time.ts";
import type { LookUp } from "./look-up.ts";
import { createRecent } from "./recent.ts";

/** Hosts that are remembered. */
const remembered = 100;

/** How long (ms) a host that was not found is not asked for again. */
const memory = minute;

/**
 * A look-up that asks once where a host cannot be found: a burst of webhooks with its pictures waits for one answer, and those
 * of the next minute for none. What was found is asked for anew, since it may change.
 */
export function rememberFailures(lookUp: LookUp, now: () => number): LookUp {
  const asked = createRecent<{ readonly addresses: Promise<readonly string[]>; readonly until: number }>(remembered);
  return (host) => {
    const known = asked.get(host);
    if (known && known.until > now()) return known.addresses;
    const addresses = lookUp(host).then(
      (found) => {
        if (found.length > 0) asked.forget(host);
        return found;
      },
      () => [],
    );
    asked.set(host, { addresses, until: now() + memory });
    return addresses;
  };
}

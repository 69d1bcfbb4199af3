import type { Resolver } from "node:dns/promises";
import { second } from "../../base/time.ts";

/** All addresses of a host; none where it has none or nobody tells in time. */
export type LookUp = (host: string) => Promise<readonly string[]>;

type LookUpOptions = {
  /** DNS servers as `address:port`. Default: those of the system. */
  readonly servers?: readonly string[];
  /** For all servers and tries. */
  readonly maximumMs?: number;
};

/** For one server's answer: a lost packet leaves time for another try. */
const tryMs = 800;

/**
 * Looks a picture's host up by DNS alone, and gives up after `maximumMs`. The system's own look-up waits far longer, cannot
 * be called off, and takes one of libuv's few threads while it waits: some webhooks that name a dead host would keep QQ's own
 * name from being found. The price: `/etc/hosts` and what else the system knows do not count, as names of a private network do
 * not have to.
 */
export function createLookUp({ servers, maximumMs = 2 * second }: LookUpOptions = {}): LookUp {
  return async (host) => {
    const dns = process.getBuiltinModule("node:dns/promises");
    // One each, since only all of a resolver's questions can be called off.
    const resolver = new dns.Resolver({ timeout: Math.min(tryMs, maximumMs), tries: 2 });
    if (servers) resolver.setServers(servers);
    const timer = setTimeout(() => resolver.cancel(), maximumMs);
    try {
      return await resolveAll(resolver, host);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A host may have addresses of one kind only. */
async function resolveAll(resolver: Resolver, host: string): Promise<readonly string[]> {
  const found = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return found.flatMap((each) => (each.status === "fulfilled" ? each.value : []));
}

/** A host's plain ASCII name, label by label; one that ends its name with a dot means the same. */
const plainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?$/i;

/** The most that a host may be long. */
const maxLength = 254;

/**
 * Whether a host is one of these domains or below one. `evil.com..a.b` and `evil.com中.a.b` are no names, though they end
 * like one below `a.b`: QQ's detector and people read another host in them.
 */
export function isRegisteredHost(host: string, domains: readonly string[]): boolean {
  if (host.length > maxLength || !plainName.test(host)) return false;
  const bare = host.toLowerCase().replace(/\.$/, "");
  return domains.some((domain) => bare === domain.toLowerCase() || bare.endsWith(`.${domain.toLowerCase()}`));
}

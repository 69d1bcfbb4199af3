import { isIP } from "node:net";
import type { NoMedia } from "../../ports.ts";
import { isPublicAddress } from "./is-public-address.ts";
import { createLookUp, type LookUp } from "./look-up.ts";
import { noMedia } from "./no-media.ts";

export type PublicOptions = {
  /** Default: `createLookUp`. */
  readonly lookup?: LookUp;
  /** Default: `isPublicAddress`. A test may open loopback. */
  readonly isPublic?: (address: string) => boolean;
  readonly ports?: readonly number[];
};

/** An http(s) URL, and the addresses its host had when they were checked: a connection goes to one of these. */
export type Public = { readonly kind: "public"; readonly url: URL; readonly addresses: readonly string[] };

export type FindPublic = (text: string, signal: AbortSignal) => Promise<Public | NoMedia>;

/** Where web servers listen; any other port is more likely some service that was never meant to be asked. */
const webPorts = [80, 443, 8080, 8443];

/**
 * Tells whether a foreign URL leads to the public internet. Every address of the host has to: a webhook must neither make
 * the relay fetch from the network it runs in, nor make it hand out an address of that network. Other spellings of an IPv4
 * address (`0x7f.1`, `2130706433`) are made plain by the URL parser.
 */
export function createFindPublic(options: PublicOptions): FindPublic {
  const { lookup = createLookUp(), isPublic = isPublicAddress, ports = webPorts } = options;

  return async (text, signal) => {
    const url = readUrl(text, ports);
    if (!(url instanceof URL)) return url;
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const addresses = isIP(host) > 0 ? [host] : await lookUpWithin(lookup, host, signal);
    if (addresses.length === 0) return noMedia("the host could not be looked up");
    if (!addresses.every(isPublic)) return { ...noMedia("the host's address is not public"), internal: true };
    return { kind: "public", url, addresses };
  };
}

const defaultPorts: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

function readUrl(text: string, ports: readonly number[]): URL | NoMedia {
  const url = URL.parse(text);
  const defaultPort = defaultPorts[url?.protocol ?? ""];
  if (!url || defaultPort === undefined) return noMedia("not an http(s) URL");
  if (url.username !== "" || url.password !== "") return noMedia("the URL carries credentials");
  const port = url.port === "" ? defaultPort : Number(url.port);
  return ports.includes(port) ? url : { ...noMedia(`its port is not one of ${ports.join(", ")}`), internal: true };
}

/** None where the look-up fails or is not done in time. */
async function lookUpWithin(lookup: LookUp, host: string, signal: AbortSignal): Promise<readonly string[]> {
  const late = new Promise<readonly string[]>((resolve) => {
    if (signal.aborted) resolve([]);
    signal.addEventListener("abort", () => resolve([]), { once: true });
  });
  return Promise.race([lookup(host).catch(() => []), late]);
}

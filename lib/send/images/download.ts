import type { IncomingMessage, RequestOptions } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import type { NoMedia } from "../../ports.ts";
import type { Public } from "./find-public.ts";
import { noMedia } from "./no-media.ts";

type Downloaded =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly kind: "moved"; readonly to: string }
  | NoMedia;

/** Bytes are counted as they come; what a server says about their number is not looked at. */
export type Limits = { readonly maxBytes: number; readonly signal: AbortSignal };

/**
 * One GET of a checked URL, from one of the checked addresses: the host is not looked up again, since it may have another
 * address by then. Sends nothing but the path: no cookie, no credentials, no word of us beyond our name.
 */
export async function download(place: Public, limits: Limits): Promise<Downloaded> {
  try {
    return await readResponse(await open(place, limits.signal), place.url, limits.maxBytes);
  } catch (fault) {
    if (limits.signal.aborted) return noMedia("the download took too long");
    return noMedia(
      `the download failed (${fault instanceof Error && "code" in fault ? String(fault.code) : "unknown"})`,
    );
  }
}

function open({ url, addresses }: Public, signal: AbortSignal): Promise<IncomingMessage> {
  const checked = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: LookupFunction = (_host, _options, done) => done(null, checked);
  const options: RequestOptions & {
    readonly autoSelectFamily: boolean;
    readonly autoSelectFamilyAttemptTimeout: number;
  } = {
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port,
    path: url.pathname + url.search,
    headers: { accept: "image/png, image/jpeg, image/gif, image/webp", "user-agent": "qq-relay" },
    // With an agent of its own that knows no proxy: the shared one may follow the environment's proxy variables.
    agent: false,
    lookup,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1_000,
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = clientOf(url.protocol).request(options, resolve);
    request.on("error", reject);
    request.end();
  });
}

/** Loaded on first use: an import of `node:http` costs a cold start some 30 ms, and few messages bring a picture to fetch. */
const clientOf = (protocol: string) =>
  protocol === "https:" ? process.getBuiltinModule("node:https") : process.getBuiltinModule("node:http");

async function readResponse(response: IncomingMessage, url: URL, maxBytes: number): Promise<Downloaded> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    response.destroy();
    const to = statusCode >= 300 && statusCode < 400 ? headers.location : undefined;
    const moved = to === undefined ? null : URL.parse(to, url.href);
    return moved ? { kind: "moved", to: moved.href } : noMedia(`the download was answered with HTTP ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return noMedia("the image is too large");
    chunks.push(chunk);
  }
  return { kind: "file", bytes: Buffer.concat(chunks), contentType: headers["content-type"] ?? "" };
}

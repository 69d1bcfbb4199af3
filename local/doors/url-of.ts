import { isIPv6 } from "node:net";

/** A door's address as a URL has it; one that means every interface is reached at this machine's own. */
export function urlOf(host: string, port: number | string): string {
  const mapped = host.replace(/^::ffff:(?=\d+\.)/i, "");
  const own = mapped === "0.0.0.0" || mapped === "::" ? "127.0.0.1" : mapped;
  return `http://${isIPv6(own) ? `[${own}]` : own}:${port}`;
}

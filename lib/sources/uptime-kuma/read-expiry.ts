import type { KumaBody } from "./body.ts";

/** What runs out soon, a certificate or a domain. Uptime Kuma tells it in one sentence, with neither heartbeat nor monitor. */
export type Expiry = {
  readonly what: "certificate" | "domain";
  /** Of a certificate that of its monitor; of a domain itself. */
  readonly name: string;
  readonly url?: string | undefined;
  /** Whose certificate it is, and of which kind (`server`, `intermediate CA`). */
  readonly subject?: string | undefined;
  readonly kind?: string | undefined;
  readonly days: number;
};

/** In characters. A longer message is none of these sentences. */
const most = 2_000;

/** `[name][url] server certificate www.example.com will expire in 7 days` (`sendCertNotificationByTargetDays`). */
const ofCertificate =
  /^\[(?<name>.{1,200}?)\]\[(?<url>[^\]\s]{1,1000})\] (?<kind>[\w ]{1,40}) certificate (?<subject>.{1,300}) will expire in (?<days>-?\d{1,6}) days?$/;

/** `sendDomainNotificationByTargetDays` */
const ofDomain = /^Domain name (?<name>\S{1,300}) will expire in (?<days>-?\d{1,6}) days?$/;

export function readExpiry({ msg = "", heartbeat }: KumaBody): Expiry | undefined {
  if (heartbeat || msg.length > most) return undefined;
  const [certificate, domain] = [ofCertificate.exec(msg)?.groups, ofDomain.exec(msg)?.groups];
  const found = certificate ?? domain;
  if (!found) return undefined;
  const { name = "", url, subject, kind, days } = found;
  return { what: certificate ? "certificate" : "domain", name, url, subject, kind, days: Number(days) };
}

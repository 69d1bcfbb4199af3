import type SnsPayloadValidator from "sns-payload-validator";
import type { SnsMessage } from "../model/sns-message.ts";
import type { Sns } from "../ports.ts";
import { createGet, type Get } from "./get.ts";

export type SnsOptions = {
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly get?: Get;
};

/** SNS waits 15 s for an answer; what is slower than this (ms) it may send again. */
const maximumMs = 3_000;

/** Certificates that are kept: a region has one, and one more while they change. */
const maxCerts = 20;

/** The library's own store of certificates, by their addresses: it fetches none that is there. */
type Validator = SnsPayloadValidator & { readonly certCache: Map<string, string> };

/**
 * SNS's certificates and subscriptions. The library knows what is signed and how; the certificate is put into its store before it
 * looks, so that it opens no connection itself: its own fetch has no limit of time or size, and keeps whatever was answered.
 */
export function openSns({ now, get = createGet() }: SnsOptions): Sns {
  let loaded: Promise<Validator> | undefined;
  const load = (): Promise<Validator> => (loaded ??= loadValidator());

  return {
    check: async (message, deadline) => {
      const validator = await load();
      const found = await findCertificate(message, validator, (url) => get(url, timeLeft(deadline, now())));
      if (found !== "found") return found;
      // It settles what it was given by a promise of its own alone.
      return validator.validate({ ...message }).then(
        () => "signed" as const,
        () => "forged" as const,
      );
    },
    confirm: async (subscribeUrl, deadline) => {
      const got = await get(subscribeUrl, timeLeft(deadline, now()));
      return got.kind === "answer" && got.status === 200;
    },
  };
}

const timeLeft = (deadline: number, now: number): number => Math.max(1, Math.min(maximumMs, deadline - now));

async function loadValidator(): Promise<Validator> {
  const { default: Loaded } = await import("sns-payload-validator");
  return new Loaded({ maxCerts }) as Validator;
}

/** An address at which SNS has nothing (4xx) is none that it signed with. */
async function findCertificate(
  { SigningCertURL: url }: SnsMessage,
  { certCache }: Validator,
  get: (url: string) => ReturnType<Get>,
): Promise<"found" | "forged" | "unavailable"> {
  if (certCache.has(url)) return "found";
  const got = await get(url);
  if (got.kind === "lost" || got.status === 429 || got.status >= 500) return "unavailable";
  if (got.status !== 200) return "forged";
  if (!got.text.includes("-----BEGIN CERTIFICATE-----")) return "unavailable";
  certCache.set(url, got.text);
  return "found";
}

import { createHmac } from "node:crypto";
import type { HmacName } from "../../lib/model/hmac.ts";

/** Headers by which a sender proves a body that it posts at a time. */
export type Sign = (secret: string, body: string | Uint8Array, at: Date) => Readonly<Record<string, string>>;

const reckon = (algorithm: string, key: string | Uint8Array, parts: readonly (string | Uint8Array)[]): Buffer =>
  createHmac(algorithm, key)
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();

const hex = (key: string, ...parts: readonly (string | Uint8Array)[]): string =>
  reckon("sha256", key, parts).toString("hex");

const sha1 = (key: string, body: string | Uint8Array): string => reckon("sha1", key, [body]).toString("hex");

const secondsOf = (at: Date): string => String(Math.floor(at.getTime() / 1_000));

const standard =
  (name: "webhook" | "svix"): Sign =>
  (secret, body, at) => {
    const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : secret;
    const [id, time] = ["msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", secondsOf(at)];
    const signature = reckon("sha256", key, [`${id}.${time}.`, body]).toString("base64");
    return { [`${name}-id`]: id, [`${name}-timestamp`]: time, [`${name}-signature`]: `v1,${signature}` };
  };

const hub: Sign = (secret, body) => ({ "x-hub-signature": `sha256=${hex(secret, body)}` });

/** How each sender signs, written down a second time, so that the relay's own table is not its own judge. */
export const signAs: Readonly<Record<HmacName, Sign>> = {
  github: (secret, body) => ({ "x-hub-signature-256": `sha256=${hex(secret, body)}` }),
  grafana: (secret, body, at) => ({
    "x-grafana-alerting-signature": hex(secret, `${secondsOf(at)}:`, body),
    "x-grafana-alerting-timestamp": secondsOf(at),
  }),
  hmac: (secret, body, at) => ({
    "x-signature-256": `sha256=${hex(secret, `${secondsOf(at)}.`, body)}`,
    "x-signature-timestamp": secondsOf(at),
  }),
  gitea: (secret, body) => ({ "x-gitea-signature": hex(secret, body) }),
  gitee: (secret, _, at) => ({
    "x-gitee-token": reckon("sha256", secret, [`${at.getTime()}\n${secret}`]).toString("base64"),
    "x-gitee-timestamp": String(at.getTime()),
  }),
  coding: (secret, body) => ({ "x-coding-signature": `sha1=${sha1(secret, body)}` }),
  bitbucket: hub,
  jira: hub,
  sentry: (secret, body) => ({ "sentry-hook-signature": hex(secret, body) }),
  "standard-webhooks": standard("webhook"),
  svix: standard("svix"),
  pagerduty: (secret, body) => ({ "x-pagerduty-signature": `v1=${hex(secret, body)}` }),
  /** The time is the body's own `webhookTimestamp`. */
  linear: (secret, body) => ({ "linear-signature": hex(secret, body) }),
  stripe: (secret, body, at) => ({
    "stripe-signature": `t=${secondsOf(at)},v1=${hex(secret, `${secondsOf(at)}.`, body)},v0=${"0".repeat(64)}`,
  }),
  vercel: (secret, body) => ({ "x-vercel-signature": sha1(secret, body) }),
  miniflux: (secret, body) => ({ "x-miniflux-signature": hex(secret, body) }),
  flux: (secret, body) => ({ "x-signature": `sha256=${hex(secret, body)}` }),
};

import { createHmac } from "node:crypto";
import type { Inbound } from "../../../../lib/model/inbound.ts";
import type { SceneName } from "../../../../lib/model/scene.ts";
import type { Call } from "../../../../local/cli/senders/sender.ts";
import { nativeProofs } from "../../../sources/native-proofs.ts";
import { inboundOf } from "../../../support/inbound.ts";
import { signAs } from "../../../support/sign-as.ts";

const at = new Date("2026-11-21T20:00:00Z");

const base64 = (key: string, text: string): string => createHmac("sha256", key).update(text).digest("base64");

const seconds = String(at.getTime() / 1_000);

/** What the robots of both vendors add to a request, written down a second time. */
const robotSigns = {
  dingtalk: (secret: string) => ({
    query: { timestamp: String(at.getTime()), sign: base64(secret, `${at.getTime()}\n${secret}`) },
  }),
  feishu: (secret: string) => ({ fields: { timestamp: seconds, sign: base64(`${seconds}\n${secret}`, "") } }),
} as const;

/** The request that a printed call makes, as the door hands it on: without the scene of the path. `secret` is what signs it. */
export function postCall(
  { method = "POST", url, headers = {}, fields = {}, signs, signedIn }: Call,
  { source, scene, secret }: { readonly source: string; readonly scene: SceneName; readonly secret: string },
): Inbound {
  const { pathname, searchParams } = new URL(url);
  const robot: { readonly query?: object; readonly fields?: object } =
    signs === "dingtalk" || signs === "feishu" ? robotSigns[signs](secret) : {};
  const own = nativeProofs[source]?.bodyAt?.(at) ?? "{}";
  const body = JSON.stringify({ ...(JSON.parse(own) as object), ...fields, ...robot.fields });
  const signed =
    signs === undefined || signs === "dingtalk" || signs === "feishu" ? {} : signAs[signs](secret, body, at);
  const renamed = Object.entries(signed).map(([name, value], at) => [at === 0 && signedIn ? signedIn : name, value]);
  const lower = [...Object.entries(headers), ...renamed].map(([name = "", value]) => [name.toLowerCase(), value]);
  return inboundOf({
    method,
    path: pathname.replace(new RegExp(`^/${scene}(?=/)`), ""),
    query: { ...Object.fromEntries(searchParams), ...robot.query },
    headers: Object.fromEntries(lower),
    body: method === "GET" ? "" : body,
    at,
  });
}

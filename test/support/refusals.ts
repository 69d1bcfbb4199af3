import { expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { githubRequest, type Request, sendTo, signature } from "./requests.ts";
import type { Rig } from "./rig.ts";

/** Values that no answer and no log may show. */
export const secrets = {
  GithubSecret: "github-secret-8f1c",
  BearerSecret: "bearer-secret-77aa",
  BasicSecret: "basic-secret-19cd",
  KeySecret: "key-secret-5e5e",
  HmacSecret: "hmac-secret-a0a0",
} as const;

const to = ["G1"];

/** A route for each way to prove oneself, one whose secret has no value, and one that takes anything. */
export const provenRoutes: Routes = {
  ci: { scene: "group", source: "github", secret: "GithubSecret", to },
  unset: { scene: "group", source: "github", secret: "NobodySetThis", to },
  bearer: { scene: "group", source: "alertmanager", secret: "BearerSecret", to },
  basic: { scene: "group", source: "alertmanager", auth: "basic", secret: "BasicSecret", to },
  key: { scene: "group", source: "alertmanager", auth: "key", secret: "KeySecret", to },
  signed: { scene: "group", source: "generic", auth: "hmac", secret: "HmacSecret", to },
  me: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
};

/** How many deliveries the store has of the routes above. */
export const countKept = async (rig: Rig): Promise<number> =>
  (await rig.deliveries("group", "G1")).length + (await rig.deliveries("c2c", "U1")).length;

export const goodRequest = (path = "/group/ci"): Request => githubRequest(path, secrets.GithubSecret);

export const withHeaders = (request: Request, headers: Readonly<Record<string, string>>): Request => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

export const without = (request: Request, header: string): Request => ({
  ...request,
  headers: Object.fromEntries(Object.entries(request.headers ?? {}).filter(([name]) => name !== header)),
});

/** What a bad request was answered, whether anything secret shows in it or was kept of it, and how a good one fared after. */
export async function tryBad(rig: Rig, request: Request) {
  const before = await countKept(rig);
  const { status, headers, text, json } = await sendTo(rig.relay.url, request);
  const hidden = Object.values(secrets).flatMap((secret) => [
    secret,
    signature(secret, request.body ?? "").slice("sha256=".length),
  ]);
  const kept = (await countKept(rig)) - before;
  const { status: next } = await sendTo(rig.relay.url, goodRequest());
  const shown = hidden.filter((value) => text.includes(value));
  const isInBoth = /^[^·]+ · .*\p{Script=Han}/su.test(json.message ?? "");
  return { status, ...json, isInBoth, type: headers.get("content-type"), shown, kept, next };
}

/** How `tryBad` ends for a request that is refused as it should be: in JSON, with a word for programs and a sentence in both languages. */
export const refusal = (status: number, error: string, message: RegExp) => ({
  status,
  error,
  message: expect.stringMatching(message),
  isInBoth: true,
  type: expect.stringMatching(/^application\/json/),
  shown: [],
  kept: 0,
  next: 202,
});

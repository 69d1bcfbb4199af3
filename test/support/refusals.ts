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

/** How a request is refused: status, the word for programs, the sentence for people. */
export type Refused = readonly [status: number, error: string, message: RegExp];

/** Refused in JSON without a secret or what was expected; nothing is kept of it, and a good request still gets in. */
export async function expectRefused(rig: Rig, request: Request, [status, error, message]: Refused): Promise<void> {
  const before = await countKept(rig);
  const answer = await sendTo(rig.relay.url, request);
  expect({ status: answer.status, ...answer.json }).toEqual({ status, error, message: expect.stringMatching(message) });
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  for (const secret of Object.values(secrets)) {
    expect(answer.text).not.toContain(secret);
    expect(answer.text).not.toContain(signature(secret, request.body ?? "").slice("sha256=".length));
  }
  expect(await countKept(rig)).toBe(before);
  expect(await sendTo(rig.relay.url, goodRequest())).toMatchObject({ status: 202 });
  expect(await countKept(rig)).toBe(before + 1);
}

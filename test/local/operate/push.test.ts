import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authSchemes } from "../../../lib/model/auth.ts";
import type { Routes } from "../../../lib/model/route.ts";
import { type SourceName, sources } from "../../../lib/sources/index.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { samples } from "../../../local/samples/index.ts";

const names = Object.keys(sources) as SourceName[];

const secret = "a-secret/with+signs&of=its-own";

const routes: Routes = {
  ...Object.fromEntries(
    names.map((source) => [
      source,
      source === "sns"
        ? { scene: "c2c", source, topic: "arn:aws:sns:eu-west-1:123456789012:alarms", to: ["U1"] }
        : { scene: "c2c", source, secret: "S", to: ["U1"] },
    ]),
  ),
  ...Object.fromEntries(
    authSchemes.map((auth) => [`by-${auth}`, { scene: "group", source: "generic", secret: "S", auth, to: ["G1"] }]),
  ),
  named: {
    scene: "group",
    source: "generic",
    secret: "S",
    auth: "grafana",
    headers: { signature: "X-Sig", timestamp: "X-At" },
    to: ["G1"],
  },
  open: { scene: "group", source: "generic", open: true, to: ["G1"] },
  unknown: { scene: "group", source: "generic", secret: "Nowhere", to: ["G1"] },
};

let relay: Running;
beforeAll(async () => {
  relay = await startRelay({
    routes,
    settings: {},
    env: { S: secret },
    simulatorPort: 0,
    admin: { token: "T" },
    log: () => undefined,
  });
});
afterAll(() => relay.stop());

async function push(route: string, request: object): Promise<unknown> {
  const answer = await fetch(`${relay.adminUrl}/_relay/operate/push`, {
    method: "POST",
    headers: { authorization: "Bearer T", "content-type": "application/json" },
    body: JSON.stringify({ route, request }),
  });
  return answer.json();
}

const forged = {
  authorization: "Bearer wrong",
  "x-hub-signature-256": "sha256=00",
  "x-hub-signature": "sha256=00",
  "webhook-signature": "v1,00",
  "x-gitlab-token": "wrong",
  "x-gitee-token": "wrong",
};

describe.each(samples.filter(({ source }) => source !== "sns"))("a push of $id", ({ source, request }) => {
  it("is signed as its sender signs, and taken", async () => {
    const taken = { status: expect.toSatisfy((status: number) => status >= 200 && status < 300) };
    expect(await push(source, request)).toMatchObject(taken);
    const headers = { ...forged, ...request.headers };
    expect(await push(source, { ...request, headers })).toMatchObject(taken);
  });
});

const plain = { headers: { "content-type": "application/json" }, body: '{"title":"t"}' };

describe("a push", () => {
  it.each([...authSchemes.map((auth) => `by-${auth}`), "named", "open"])(
    "by a route proves itself: %s",
    async (route) => {
      expect(await push(route, plain)).toMatchObject({
        status: 202,
        body: { deliveries: [{ target: "group:G1", state: "pending" }] },
      });
    },
  );

  it("is a delivery of its own each time where its sender names deliveries", async () => {
    const sample = samples.find(({ id }) => id === "github-push")?.request ?? {};
    const first = await push("github", sample);
    expect(first).toMatchObject({ body: { deliveries: [{ state: "pending" }] } });
    expect(await push("github", sample)).toMatchObject({ body: { deliveries: [{ state: "pending" }] } });
    const unnamed = { ...sample, headers: { "x-github-event": "push" } };
    for (const _ of [1, 2])
      expect(await push("github", unnamed)).toMatchObject({ body: { deliveries: [{ state: "pending" }] } });
  });

  it("of GitHub's that was pasted without its headers is what its preview says", async () => {
    const { body } = samples.find(({ id }) => id === "github-push")?.request ?? {};
    expect(await push("github", { body })).toMatchObject({ body: { deliveries: [{ state: "pending" }] } });
  });

  it("is told what the door refuses, in the door's own words", async () => {
    expect(await push("by-bearer", { ...plain, body: "{" })).toMatchObject({
      status: 400,
      body: { error: "unreadable", message: expect.any(String) },
    });
  });

  it.each([
    ["sns", "unavailable", /nobody here can make/],
    ["unknown", "unavailable", /Nowhere is not known/],
    ["nope", "unknown-route", /there is no route nope/],
  ])("by the route %s is refused: %s", async (route, error, message) => {
    expect(await push(route, plain)).toEqual({ error, message: expect.stringMatching(message) });
  });
});

import { afterEach, describe, expect, it } from "vitest";
import type { Routes } from "../../../../lib/model/route.ts";
import { type Running, startRelay } from "../../../../local/run/server.ts";

const routes: Routes = {
  disk: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
};

let relay: Running;
afterEach(() => relay.stop());

const headers = { authorization: "Bearer T" };

async function start(): Promise<void> {
  const setup = { routes, settings: {}, env: {}, simulatorPort: 0, admin: { token: "T" } };
  relay = await startRelay({ ...setup, log: () => undefined });
}

type Told = readonly [
  event: string,
  data: { readonly deliveries?: readonly { readonly title: string; readonly state: string }[] },
];

/** What a listener is told, event by event. */
async function* listen(signal: AbortSignal): AsyncGenerator<Told> {
  const { body } = await fetch(`${relay.adminUrl}/_relay/live`, { headers, signal });
  let text = "";
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString();
    const parts = text.split("\n\n");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const [, event = "", data = "{}"] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
      yield [event, JSON.parse(data) as Told[1]];
    }
  }
}

const post = (title: string) => fetch(`${relay.url}/c2c/disk`, { method: "POST", body: JSON.stringify({ title }) });

describe("GET /_relay/live", () => {
  it("tells what is there, then each change as the relay makes it", async () => {
    await start();
    await post("先来的");
    await relay.idle();
    const stop = new AbortController();
    const events = listen(stop.signal);
    expect((await events.next()).value).toMatchObject([
      "deliveries",
      { full: true, deliveries: [{ title: "先来的", state: "sent" }] },
    ]);
    await post("后来的");
    const seen: Told[] = [];
    while (
      !seen.some(([, { deliveries = [] }]) =>
        deliveries.some(({ title, state }) => title === "后来的" && state === "sent"),
      )
    )
      seen.push((await events.next()).value as Told);
    expect(seen.flatMap(([, { deliveries = [] }]) => deliveries.map(({ title }) => title))).not.toContain("先来的");
    expect((await events.next()).value).toEqual(["target", { target: "c2c:U1" }]);
    stop.abort();
  });

  it("tells of a conversation where people speak, though nothing is sent", async () => {
    await start();
    const stop = new AbortController();
    const events = listen(stop.signal);
    await events.next();
    await fetch(`${relay.simulatorUrl}/_sim/say`, {
      method: "POST",
      body: JSON.stringify({ scene: "c2c", target: "U1", text: "在吗" }),
    });
    expect((await events.next()).value).toEqual(["target", { target: "c2c:U1" }]);
    stop.abort();
  });

  it("does not keep the relay from stopping, and ends with it", async () => {
    await start();
    const events = listen(new AbortController().signal);
    await events.next();
    await relay.stop();
    expect((await events.next()).done).toBe(true);
    // A stop waits ten seconds for requests under way.
  }, 8_000);

  it("is read by GET, by so many at once as one person has windows", async () => {
    await start();
    const url = `${relay.adminUrl}/_relay/live`;
    expect((await fetch(url, { headers, method: "POST" })).status).toBe(405);
    const stop = new AbortController();
    for (let at = 0; at < 20; at += 1) expect((await fetch(url, { headers, signal: stop.signal })).status).toBe(200);
    const refused = await fetch(url, { headers });
    expect([refused.status, await refused.json()]).toMatchObject([503, { error: "too-many" }]);
    stop.abort();
    await expect
      .poll(async () => {
        const again = await fetch(url, { headers });
        await again.body?.cancel();
        return again.status;
      })
      .toBe(200);
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { takeByListening, takeByPost } from "../../lib/compose/take-event.ts";
import { systemClock } from "../../lib/compose/common.ts";
import type { EventsRelay } from "../../lib/http/relay.ts";
import { refuse } from "../../lib/model/refusal.ts";
import { deadOrigin, reply, startStub, type Stub } from "../send/stub-server.ts";

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const event = { headers: { "x-bot-appid": "app" }, body: Buffer.from('{"op":0}') };

describe("an event to a relay elsewhere", () => {
  it.each([200, 500, 401])("is posted to its /events, and answered %i", async (status) => {
    stub = await startStub((response) => reply(response, status, {}));
    expect(await takeByPost(`${stub.origin}/events`, Date.now)(event)).toBe(status);
    expect(stub.requests).toMatchObject([
      { method: "POST", path: "/events", body: '{"op":0}', headers: { "x-bot-appid": "app" } },
    ]);
  });

  it("is not answered where nothing listens", async () => {
    expect(await takeByPost(`${await deadOrigin()}/events`, Date.now)(event)).toBeUndefined();
  });

  it("goes over TLS alone", () => {
    expect(() => takeByPost("http://relay.example.com/events", Date.now)).toThrow(/RELAY_EVENTS_URL .* without TLS/);
  });
});

describe("an event to this process's own line", () => {
  const answer = (listen: EventsRelay["listen"], logs: unknown[] = []) =>
    takeByListening({ listen, clock: systemClock, log: (...line) => logs.push(line) })(event);

  it("has the status of its answer, or of its refusal", async () => {
    expect(await answer(async () => ({ status: 200, body: {} }))).toBe(200);
    expect(await answer(async () => refuse("too-large", "too large", "太大"))).toBe(413);
  });

  it("comes again after a fault of ours, which is logged", async () => {
    const logs: unknown[] = [];
    expect(await answer(() => Promise.reject(new Error("broken")), logs)).toBe(500);
    expect(logs).toEqual([["error", "fault", { message: "broken" }]]);
  });
});

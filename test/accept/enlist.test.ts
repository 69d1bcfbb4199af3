import { describe, expect } from "vitest";
import type { AcceptPorts } from "../../lib/accept/accept-ports.ts";
import { createGuesses } from "../../lib/accept/guesses.ts";
import { enlist } from "../../lib/accept/enlist.ts";
import type { Target } from "../../lib/model/target.ts";
import { createStore } from "../../lib/store/store.ts";
import { noon, notice } from "../support/build.ts";
import { startEngine } from "../support/engines.ts";
import { inboundOf } from "../support/inbound.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { noSns } from "../support/no-sns.ts";

const failing = () => Promise.reject(new Error("throttled"));

const workOf = (headers: Record<string, string> = {}) => ({
  id: "ci",
  route: { scene: "group", source: "generic", open: true, to: ["A", "B"] } as const,
  delivery: "ci#1",
  notice: notice(),
  inbound: inboundOf({ headers, at: new Date(noon) }),
});

describe("what is kept is never answered as if it were not", () => {
  const it = engineTest(startEngine)
    .extend("store", ({ engine }) => createStore(engine.table, 30))
    .extend("woken", (): string[] => [])
    .extend("ports", ({ store, woken }): AcceptPorts => ({
      sns: noSns,
      guesses: createGuesses(),
      heldOf: () => Promise.resolve(undefined),
      scene: "group",
      routes: {},
      secretsOf: () => [],
      settings: { language: "zh", timeZone: "Asia/Shanghai" },
      store,
      wake: async ({ id }: Target) => void woken.push(id),
      arrivalTime: (now) => now,
      deliver: failing,
      clock: { now: () => new Date(noon), wait: async () => undefined },
      log: () => undefined,
    }));

  it("when delivering before the answer fails", async ({ ports, store, woken }) => {
    const answer = await enlist(workOf({ prefer: "wait=5" }), noon + 28_000, ports);
    expect(answer).toMatchObject({ status: 202, body: { deliveries: [{ state: "pending" }, { state: "pending" }] } });
    expect(await store.hasPending({ scene: "group", id: "A" })).toBe(true);
    expect(woken).toEqual(["A", "B"]);
  });

  it("when delivering fails at one target of two", async ({ ports, store }) => {
    const deliver = async ({ id }: Target) => {
      if (id === "A") return failing();
      const last = { at: noon, status: 400, code: 304003, message: "url not allowed" };
      await store.settle({ scene: "group", id }, [{ id: "ci#1", state: "failed", attempts: 1, last }], noon);
      return "done" as const;
    };
    const answer = await enlist(workOf({ prefer: "wait=5" }), noon + 28_000, { ...ports, deliver });
    expect(answer).toMatchObject({
      status: 202,
      body: {
        deliveries: [
          { target: "group:A", state: "pending" },
          { target: "group:B", state: "failed", reason: "304003 url not allowed" },
        ],
      },
    });
  });

  it.for([{}, { prefer: "wait=5" }])(
    "when what became of it cannot be read: %j",
    async (headers, { ports, store, woken }) => {
      const blind = { ...ports, store: { ...store, readDelivery: failing }, deliver: async () => "done" as const };
      const first = await enlist(workOf(headers), noon + 28_000, blind);
      expect(first).toMatchObject({ status: 202, body: { deliveries: [{ state: "pending" }, { state: "pending" }] } });
      const second = await enlist(workOf(), noon + 28_000, blind);
      expect(second).toMatchObject({
        status: 202,
        body: { deliveries: [{ state: "repeated" }, { state: "repeated" }] },
      });
      expect(woken.slice(-2)).toEqual(["A", "B"]);
    },
  );
});

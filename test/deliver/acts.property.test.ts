import fc from "fast-check";
import { expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Target } from "../../lib/model/target.ts";
import { openSqlite } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { noon } from "../support/build.ts";
import { inboundOf } from "../support/inbound.ts";
import {
  created,
  failedRun,
  firstPush,
  lineComment,
  merge,
  mergeKinds,
  submitted,
  type Told,
} from "../support/one-act.ts";
import { composeLines, storeOn } from "../support/promises/lines.ts";

const target: Target = { scene: "group", id: "G1" };
const routes: Routes = {
  code: { scene: "group", source: "github", open: true, to: ["G1"], policy: { proactive: "always" } },
  runs: {
    scene: "group",
    source: "github",
    open: true,
    to: ["G1"],
    only: ["workflow_job", "check_run", "check_suite", "workflow_run"],
    policy: { proactive: "always" },
  },
};

/** One act as it may come: its parts, and that which says most, which is told wherever it comes. */
type Way = { readonly route: string; readonly parts: readonly Told[]; readonly teller?: Told };

const anyWay: fc.Arbitrary<Way> = fc.oneof(
  fc.constantFrom(...mergeKinds).map((kind) => {
    const { push, closed, deleted } = merge(kind);
    return { route: "code", parts: [push, closed, deleted], teller: closed };
  }),
  fc.constantFrom(1, 2).map((jobs) => ({ route: "runs", parts: failedRun({ jobs: ["unit", "lint"].slice(0, jobs) }) })),
  fc
    .constant(firstPush("refs/heads/x", 2))
    .map((push) => ({ route: "code", parts: [created("x"), push], teller: push })),
  fc.constant(submitted("approved", "fine")).map((review) => ({
    route: "code",
    parts: [lineComment(1), lineComment(2), lineComment(3), review],
    teller: review,
  })),
);

const anyCase = anyWay.chain((way) =>
  fc.record({
    way: fc.constant(way),
    some: fc.shuffledSubarray([...way.parts], { minLength: 1 }),
    gaps: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 5 }),
    again: fc.boolean(),
    /** At which write of a deliverer it dies, if it does, and whether that write is done. */
    dies: fc.option(fc.record({ at: fc.nat(20), done: fc.boolean() }), { nil: undefined }),
  }),
);

it("tells every act at least once, at most as often as it comes, and by what says most", async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ way, some, gaps, again, dies }) => {
      let time = noon;
      let ids = 0;
      const opened = openSqlite(undefined, () => time);
      if ("kind" in opened) throw new Error(opened.reason);
      let left = dies?.at;
      const dying: Table = {
        ...opened,
        update: async (change) => {
          if (left === undefined) return opened.update(change);
          left -= 1;
          if (left >= 0) return opened.update(change);
          left = undefined;
          if (dies?.done) await opened.update(change);
          throw new Error("it died");
        },
      };
      const sent: string[] = [];
      const lines = composeLines(
        dying,
        {
          limits: "published",
          clock: {
            now: () => new Date(time),
            wait: async (ms) => {
              await passTo(time + ms);
            },
          },
          log: () => undefined,
          wake: async () => undefined,
          newId: () => `id-${(ids += 1)}`,
          arrivalTime: (now) => now,
          send: async ({ body }) => {
            sent.push(String(body["content"]));
            return { kind: "sent", messageId: `m-${sent.length}`, answer: { status: 200 } };
          },
        },
        routes,
      );
      const work = async () => {
        await lines.deliver(target, time + 28 * second).catch(() => undefined);
      };
      const post = async ([event, body]: Told, id: string) => {
        const headers = { "x-github-event": event, "x-github-delivery": id, "content-type": "application/json" };
        const inbound = inboundOf({ path: `/${way.route}`, headers, body: JSON.stringify(body), at: new Date(time) });
        await lines.accept("group", inbound, time + 28 * second);
      };
      const coming = some.map((told, at) => ({
        told,
        id: `d${at}`,
        at: noon + gaps.slice(0, at).reduce((sum, gap) => sum + gap, 0) * second,
      }));
      /** What comes while a pass waits is enlisted, and leaves word. */
      const passTo = async (until: number): Promise<void> => {
        for (let next = coming[0]; next && next.at <= until; next = coming[0]) {
          coming.shift();
          time = Math.max(time, next.at);
          await post(next.told, next.id);
          await work();
        }
        time = Math.max(time, until);
      };
      while (coming.length > 0) await passTo(coming[0]?.at ?? time);
      const settle = async () => {
        for (let sweeps = 0; sweeps < 3; sweeps += 1) {
          time += minute;
          await work();
        }
      };
      await settle();
      if (again) {
        const before = sent.length;
        for (const [at, told] of some.entries()) await post(told, `d${at}`);
        await settle();
        expect(sent.length).toBe(before);
      }
      const deliveries = await storeOn(opened).listDeliveries(target, 100);
      await opened.close();

      expect(deliveries).toHaveLength(some.length);
      expect(sent.length).toBeGreaterThan(0);
      expect(sent.length).toBeLessThanOrEqual(some.length + (dies ? 1 : 0));
      // A message whose sender died is sent again, and the month's four are soon gone.
      if (sent.length >= 4) return;
      expect(deliveries.every(({ state }) => state === "sent" || state === "folded")).toBe(true);
      const { teller } = way;
      const at = teller ? some.indexOf(teller) : -1;
      if (at >= 0) expect(deliveries.find(({ id }) => id.endsWith(`#d${at}`))?.state).toBe("sent");
    }),
    { numRuns: 150 },
  );
});

import { expect, it } from "vitest";
import type { DeliverLine } from "../../lib/line.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { Settlement } from "../../lib/model/settlement.ts";
import { spill } from "../../lib/spill.ts";
import { delivery, group, noon } from "../support/build.ts";

it("passes on although the other target's deliverer cannot be woken: the sweep will find what is pending", async () => {
  const enlisted: Delivery[] = [];
  const settled: Settlement[] = [];
  const logs: string[] = [];
  const line: Partial<DeliverLine> = {
    store: {
      enlist: async (each: Delivery) => {
        enlisted.push(each);
        return "enlisted";
      },
      settle: async (_: unknown, some: readonly Settlement[]) => void settled.push(...some),
    } as unknown as DeliverLine["store"],
    clock: { now: () => new Date(noon), wait: async () => undefined },
    kick: () => Promise.reject(new Error("throttled")),
    log: (level, event) => logs.push(`${level} ${event}`),
    routes: { other: { scene: "c2c", source: "generic", open: true, to: ["U1"] } },
  };
  await spill(group, [{ delivery: delivery(), to: "other" }], line as DeliverLine);
  expect(enlisted).toHaveLength(1);
  expect(settled).toMatchObject([{ state: "spilled" }]);
  expect(logs).toEqual(["error kick", "info spilled"]);
});

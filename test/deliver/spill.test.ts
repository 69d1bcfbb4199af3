import { expect, it } from "vitest";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { Settlement } from "../../lib/model/settlement.ts";
import { spill } from "../../lib/deliver/spill.ts";
import { delivery, group, noon, notice } from "../support/build.ts";

it("passes on although the other target's deliverer cannot be woken: the sweep will find what is pending", async () => {
  const enlisted: Delivery[] = [];
  const settled: Settlement[] = [];
  const logs: string[] = [];
  const ports: Partial<DeliverPorts> = {
    store: {
      enlist: async (each: Delivery) => {
        enlisted.push(each);
        return "enlisted";
      },
      settle: async (_: unknown, some: readonly Settlement[]) => void settled.push(...some),
    } as unknown as DeliverPorts["store"],
    clock: { now: () => new Date(noon), wait: async () => undefined },
    wake: () => Promise.reject(new Error("throttled")),
    log: (level, event) => logs.push(`${level} ${event}`),
    routes: { other: { scene: "c2c", source: "generic", open: true, to: ["U1"] } },
  };
  await spill(group, [{ delivery: delivery(), to: "other" }], noon + 1_000, ports as DeliverPorts);
  expect(enlisted).toHaveLength(1);
  expect(settled).toMatchObject([{ state: "spilled" }]);
  expect(logs).toEqual(["error wake", "info spilled"]);
});

it("passes on as much as there is time for", async () => {
  let time = noon;
  const enlisted: string[] = [];
  const ports: Partial<DeliverPorts> = {
    store: {
      enlist: async ({ id }: Delivery) => {
        time += 1_000;
        enlisted.push(id);
        return "enlisted";
      },
      settle: async () => undefined,
    } as unknown as DeliverPorts["store"],
    clock: { now: () => new Date(time), wait: async () => undefined },
    wake: async () => undefined,
    log: () => undefined,
    routes: { other: { scene: "c2c", source: "generic", open: true, to: ["U1"] } },
  };
  const spills = Array.from({ length: 10 }, () => ({ delivery: delivery(), to: "other" }));
  await spill(group, spills, noon + 2_500, ports as DeliverPorts);
  expect(enlisted).toHaveLength(3);
});

it("takes along a picture that was put aside where it cannot be sent", async () => {
  const enlisted: Delivery[] = [];
  const ports: Partial<DeliverPorts> = {
    store: {
      readImage: async (_: unknown, image: string) => (image === "table:1" ? "data:image/png;base64,AAAA" : image),
      enlist: async (each: Delivery) => {
        enlisted.push(each);
        return "enlisted";
      },
      settle: async () => undefined,
    } as unknown as DeliverPorts["store"],
    clock: { now: () => new Date(noon), wait: async () => undefined },
    wake: async () => undefined,
    log: () => undefined,
    routes: { other: { scene: "c2c", source: "generic", open: true, to: ["U1"] } },
  };
  const pictured = delivery({ notice: notice({ image: "table:1" }) });
  await spill(group, [{ delivery: pictured, to: "other" }], noon + 1_000, ports as DeliverPorts);
  expect(enlisted.map(({ notice: { image } }) => image)).toEqual(["data:image/png;base64,AAAA"]);
});

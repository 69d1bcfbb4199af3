import { expect } from "vitest";
import { measures, withMetrics } from "../../lib/log/metrics.ts";
import type { LogLevel } from "../../lib/ports.ts";
import { sharedLineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const it = sharedLineTest({
  ci: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { proactive: "always" } },
});

/** What the lines written so far measure: metric name to values. */
function measuredBy(rig: Rig): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, unknown[]>();
  const log = withMetrics(
    (_level, event, fields = {}) => {
      for (const name of Object.keys(measures[event] ?? {}))
        if (name in fields) values.set(name, [...(values.get(name) ?? []), fields[name]]);
    },
    "qq-relay/test",
    () => new Date(rig.now()),
  );
  for (const line of rig.logs) {
    const { level, event, ...fields } = JSON.parse(line) as { readonly level: LogLevel; readonly event: string };
    log(level, event, fields);
  }
  return values;
}

it("the lines carry what is measured of them", async ({ rig }) => {
  const send = async (title: string) => {
    await rig.post("/group/ci", { title });
    await rig.relay.idle();
  };
  await send("一");
  await rig.post("/group/other", {});
  await rig.sim("faults", { times: 1, code: 304082 });
  await send("二");
  await rig.sim("faults", { times: 1, code: 50015006 });
  await send("三");
  for (const title of ["四", "五", "六", "七"]) await send(title);
  rig.setTime(rig.now() + 3_600_000);
  await rig.relay.sweep();
  await rig.relay.idle();

  const values = measuredBy(rig);
  expect(values.get("Accepted")).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(values.get("AckLatency")).toHaveLength(7);
  expect(values.get("Refused")).toEqual([1]);
  expect(values.get("Sent")).toEqual([1, 1, 0, 1, 1]);
  expect(values.get("Retries")).toEqual([0, 1, 0, 0, 0]);
  expect(values.get("Failed")).toEqual([0, 0, 1, 0, 0]);
  expect(values.get("QuotaLeft")).toEqual([3, 2, 1, 0, 0]);
  expect(values.get("DaysLeft")).toEqual([0]);
  expect(values.get("Silent")).toEqual([0]);
  expect(values.get("QqLatency")).toHaveLength(5);
  expect(values.get("Held")?.at(-1)).toBe(2);
  expect(values.get("HeldTargets")).toEqual([1]);
  expect(values.get("HeldAge")?.at(-1)).toBeGreaterThan(3_590_000);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showDeliveries } from "../../../local/cli/show-deliveries.ts";
import { showStatus } from "../../../local/cli/show-status.ts";

const zone = process.env["TZ"];
beforeAll(() => void (process.env["TZ"] = "UTC"));
afterAll(() => void (zone === undefined ? delete process.env["TZ"] : (process.env["TZ"] = zone)));

/** A relay in Shanghai tells its own zone's time. */
const held = {
  reason: "mute",
  until: "2030-01-02T07:01:00.000Z",
  message: "muted until 15:01 · 静音到 15:01",
} as const;

describe("what holds a notice, beside times of this machine", () => {
  it("is told in this machine's zone in the list of deliveries", () => {
    const delivery = {
      id: "ci#1",
      target: "group:G1",
      route: "ci",
      state: "pending",
      attempts: 0,
      last: null,
      level: "info",
      title: "hi",
      arrivedAt: "2030-01-01T00:00:00.000Z",
      held,
    } as const;
    const shown = showDeliveries({ deliveries: [delivery], more: false });
    expect(shown).toContain("2030-01-01 00:00:00  info  hi");
    expect(shown).toContain("07:01");
    expect(shown).not.toContain("15:01");
  });

  it("is told in this machine's zone in the status", () => {
    const target = {
      target: "group:G1",
      routes: ["ci"],
      proactive: { kind: "counted", rules: [] },
      basis: { preset: "published", why: "set" },
      windows: [],
      muted: { until: held.until, all: false },
      mutes: [],
      counted: 0,
      held: { total: 1, isPart: false, reasons: [{ ...held, count: 1 }] },
    } as unknown as Parameters<typeof showStatus>[0]["targets"][number];
    const shown = showStatus({ targets: [target], more: false });
    expect(shown).toContain("2030-01-02 07:01:00");
    expect(shown).toMatch(/1 × mute: .*07:01/);
    expect(shown).not.toContain("15:01");
  });
});

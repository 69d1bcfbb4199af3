import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { hour } from "../../lib/base/time.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Attempt } from "../support/rig.ts";

const routes: Routes = {
  alerts: {
    scene: "group",
    source: "alertmanager",
    open: true,
    to: ["G1"],
    policy: { proactive: "never" },
  },
};

type Status = "firing" | "resolved";

/** What the Alertmanager of a site posts of one alert; every site gives the group the same key. */
const body = (site: string, status: Status, peer = "a") => ({
  status,
  groupKey: '{}:{alertname="QueueStuck"}',
  groupLabels: { alertname: "QueueStuck" },
  externalURL: `https://am-${site}-${peer}.example`,
  alerts: [
    {
      status,
      labels: { alertname: "QueueStuck", severity: "critical", site },
      annotations: { summary: `${site} queue stuck` },
      startsAt: "2026-11-21T03:00:00Z",
      endsAt: status === "firing" ? "0001-01-01T00:00:00Z" : "2026-11-21T03:30:00Z",
      fingerprint: `f-${site}`,
    },
  ],
});

describe("alerts that are held until someone speaks", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (...[site, status, peer]: Parameters<typeof body>) => {
      await rig.post("/group/alerts", body(site, status, peer));
      await rig.relay.idle();
    })
    .extend("told", ({ rig }) => async () => {
      await rig.say("group", "G1");
      return (await rig.received("group", "G1")).map((attempt: Attempt) => String(attempt.body["content"])).join("\n");
    });

  it("tells a site's incident though another site's ended under the same key", async ({ send, told }) => {
    await send("osaka", "firing");
    await send("lima", "resolved");
    const text = await told();
    expect(text).toContain("osaka queue stuck");
    expect(text).toContain("🚨 QueueStuck 触发告警");
    expect(text).toContain("✅ QueueStuck 已恢复");
  });

  it("tells what fires at both sites", async ({ send, told }) => {
    await send("osaka", "firing");
    await send("lima", "firing");
    const text = await told();
    expect(text).toContain("osaka queue stuck");
    expect(text).toContain("lima queue stuck");
  });

  it("takes the word of a pair's second for the first's, and folds what the same site ended", async ({
    rig,
    send,
    told,
  }) => {
    await send("osaka", "firing", "a");
    await send("osaka", "firing", "b");
    await send("osaka", "resolved", "b");
    expect(await told()).toContain("QueueStuck 已恢复（曾为严重，期间变化 2 次）");
    expect((await rig.deliveries("group", "G1")).map(({ state }) => state).toSorted()).toEqual(["folded", "sent"]);
  });

  it("counts no reminder as a change", async ({ rig, send, told }) => {
    for (let times = 0; times < 3; times += 1) {
      await send("osaka", "firing");
      rig.setTime(rig.now() + 24 * hour);
    }
    const text = await told();
    expect(text).toContain("QueueStuck 触发告警");
    expect(text).not.toMatch(/变化|反复/);
  });
});

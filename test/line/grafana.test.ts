import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const secret = "grafana-secret-5b0e";

const route = { scene: "group", source: "grafana", secret: "GrafanaSecret" } as const;

const routes: Routes = {
  now: { ...route, to: ["G1"] },
  later: { ...route, to: ["G2"], policy: { proactive: "never" } },
};

const file = new URL("../golden/grafana/panel-and-runbook.json", import.meta.url);

type Answered = { readonly deliveries: readonly { readonly state: string }[] };

type Body = { readonly alerts: readonly object[] };

const firing = JSON.parse(readFileSync(file, "utf8")) as Body;

const resolved = {
  ...firing,
  status: "resolved",
  alerts: firing.alerts.map((alert) => ({ ...alert, status: "resolved", endsAt: "2026-11-21T11:30:00Z" })),
};

/** What Grafana 7 posts of a rule: no time, and the same value whenever it is down. */
const version7 = (state: "alerting" | "ok") => ({
  orgId: 1,
  ruleId: 9,
  ruleName: "网关不可用",
  ruleUrl: "https://g.example/d/x?panelId=2",
  state,
  evalMatches: state === "ok" ? [] : [{ metric: "up", value: 0, tags: {} }],
});

const it = lineTest(routes, { patient: true, env: { GrafanaSecret: secret } })
  .extend("send", ({ rig }) => async (name: string, body: object) => {
    const answer = await fetch(`${rig.relay.url}/group/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${secret}` },
      body: JSON.stringify(body),
    });
    await rig.relay.idle();
    const { deliveries } = (await answer.json()) as Answered;
    return { status: answer.status, state: deliveries[0]?.state };
  })
  .extend("told", ({ rig }) => async (group: string) => {
    if (group === "G2") await rig.say("group", group);
    return (await rig.received("group", group)).map(({ body }) => String(body["content"]));
  });

describe("an alert of a contact point", () => {
  it("is told with its level, its values and its panel", async ({ send, told }) => {
    expect(await send("now", firing)).toMatchObject({ status: 202 });
    expect(await told("G1")).toEqual([expect.stringMatching(/^(?:🚨|❌|⚠️) .*触发告警.*当前 .*=.*viewPanel=/s)]);
  });

  it("is one notice, that it is over, where nobody heard of it yet", async ({ send, told }) => {
    await send("later", firing);
    await send("later", resolved);
    expect(await told("G2")).toEqual([expect.stringMatching(/^✅ .*已恢复/s)]);
  });
});

it("a rule of Grafana 7 that fires anew within minutes is told anew, a second copy of it is not", async ({
  rig,
  send,
}) => {
  const ends: (string | undefined)[] = [];
  for (const state of ["alerting", "ok", "alerting"] as const) {
    ends.push((await send("later", version7(state))).state, (await send("later", version7(state))).state);
    await rig.later(5 * minute);
  }
  expect(ends.map((end) => end === "repeated")).toEqual([false, true, false, true, false, true]);
});

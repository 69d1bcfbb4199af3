import { describe, expect, test } from "vitest";
import type { Parsed } from "../../lib/model/source.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { grafanaFormat } from "../../lib/sources/grafana/format.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

const context = { language: "en", at: new Date("2026-11-21T20:00:00Z"), timeZone: "UTC" } as const;

const parse = (body: object): Parsed => {
  const parsed = grafanaFormat.parse(inboundOf({ body: JSON.stringify(body) }), {});
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed;
};

test.each(badBodies)("%s is refused, not thrown over", (_, body) => {
  expect(grafanaFormat.parse(inboundOf({ body }), {})).toMatchObject({
    refusal: expect.stringMatching(/^(unreadable|invalid)$/),
  });
});

describe("where it leads", () => {
  const [panelURL, dashboardURL] = ["https://g.example/d/x?viewPanel=2", "https://g.example/d/x"];
  const generatorURL = "https://g.example/alerting/r/view";

  test.each<[object[], string]>([
    [[{ panelURL, dashboardURL, generatorURL }], panelURL],
    [[{ panelURL: "", dashboardURL, generatorURL }], dashboardURL],
    [[{ generatorURL }], generatorURL],
    [[{ generatorURL: "http://prometheus-0:9090/graph" }], "https://g.example/"],
    [[{ panelURL: 7, generatorURL }], generatorURL],
    [[{ panelURL }, { panelURL: `${panelURL}0`, dashboardURL }], "https://g.example/"],
    [
      [
        { panelURL, dashboardURL },
        { panelURL: `${panelURL}0`, dashboardURL },
      ],
      dashboardURL,
    ],
  ])("%j: %s", (alerts, link) => {
    const body = { orgId: 1, externalURL: "https://g.example/", alerts: alerts.map((one) => ({ labels: {}, ...one })) };
    expect(grafanaFormat.map(parse(body), context)?.link).toBe(link);
  });
});

describe("bodies of version 7", () => {
  const rule = { ruleName: "CPU", ruleId: 9, ruleUrl: "https://g.example/d/x", orgId: 1 };
  const firing = { ...rule, state: "alerting", evalMatches: [{ metric: "a", value: 93, tags: { host: "a" } }] };

  test("the end of a rule speaks of what fired, whatever series that was", () => {
    const [begun, ended] = [firing, { ...rule, state: "ok", evalMatches: [] }].map((body) =>
      grafanaFormat.map(parse(body), context),
    );
    expect(ended).toMatchObject({ key: begun?.key, replaces: true, resolved: true });
    expect(ended?.parts?.closed).toEqual(begun?.parts?.open);
  });

  test("another value is no repeat, as nothing else tells that it fired anew", () => {
    const again = { ...firing, evalMatches: [{ metric: "a", value: 95, tags: { host: "a" } }] };
    expect(parse(again).content).not.toBe(parse(firing).content);
  });

  test.each(["pending", "paused", "unknown", "constructor"])("%s is no news", (state) => {
    const parsed = parse({ ...firing, state });
    expect(parsed.event).toBe(state);
    expect(grafanaFormat.map(parsed, context)).toBeUndefined();
  });
});

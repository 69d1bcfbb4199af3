import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { MapContext, Parsed } from "../../lib/model/source.ts";
import { alertmanagerFormat } from "../../lib/sources/alertmanager/format.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

const context: MapContext = { language: "en", at: new Date("2026-11-21T20:00:00Z"), timeZone: "UTC" };
const measured = readFileSync(new URL("../golden/alertmanager/measured.json", import.meta.url), "utf8");

const parse = (body: unknown): Parsed => {
  const parsed = alertmanagerFormat.parse(
    inboundOf({ body: typeof body === "string" ? body : JSON.stringify(body) }),
    {},
  );
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed;
};
const tell = (body: unknown): Notice => {
  const notice = alertmanagerFormat.map(parse(body), context);
  if (!notice) throw new Error("no notice");
  return notice;
};
const alert = (status: string, severity?: string, more: object = {}) => ({
  status,
  labels: { alertname: "A", ...(severity !== undefined && { severity }) },
  ...more,
});

describe("parse", () => {
  test.each(badBodies)("%s is refused, not thrown over", (_, body) => {
    const refusal = alertmanagerFormat.parse(inboundOf({ body }), {});
    expect(refusal).toMatchObject({ refusal: expect.stringMatching(/^(unreadable|invalid)$/) });
    expect({}).not.toHaveProperty("polluted");
  });

  test.each([
    [{}, "body.alerts: expected array, received undefined"],
    [{ alerts: [] }, "body.alerts: has no alerts"],
    [{ alerts: [{ labels: {} }, "x"] }, "body.alerts[1]: expected object, received string"],
    [{ alerts: [{ labels: { severity: {} } }] }, "body.alerts[0].labels.severity"],
    [{ alerts: [{ startsAt: 5 }] }, "body.alerts[0].startsAt: expected string, received number"],
    [{ alerts: [{}], truncatedAlerts: -1 }, "body.truncatedAlerts"],
  ])("%j is refused with the path of its first fault", (body, message) => {
    expect(alertmanagerFormat.parse(inboundOf({ body: JSON.stringify(body) }), {})).toMatchObject({
      refusal: "invalid",
      message: expect.stringContaining(message),
    });
  });

  test("null stands for nothing, and fields of other tools are kept for a route's own filter", () => {
    const alerts = [{ labels: { alertname: "A", code: 500 }, annotations: null, endsAt: null, imageURL: "x" }];
    expect(parse({ alerts, groupLabels: null, externalURL: null, orgId: 7 }).body).toMatchObject({
      alerts: [{ labels: { code: "500" }, annotations: {}, endsAt: "", imageURL: "x" }],
      groupLabels: {},
      orgId: 7,
    });
  });

  test.each([
    [["firing", "resolved"], "firing"],
    [["resolved", "resolved"], "resolved"],
    [["firing"], "firing"],
  ])("%j is the event %s", (states, event) => {
    expect(parse({ alerts: states.map((status) => alert(status)) }).event).toBe(event);
  });

  test("an alert without a status has its group's", () => {
    expect(parse({ status: "resolved", alerts: [{ labels: {} }] }).event).toBe("resolved");
  });
});

describe("two copies of a notification share their content", () => {
  const body = JSON.parse(measured) as { alerts: Record<string, string>[]; status: string; groupKey: string };
  const contentOf = (change: object): string | undefined => parse({ ...body, ...change }).content;

  test("whatever the order of alerts, and whatever else differs", () => {
    expect(contentOf({})).toBeTypeOf("string");
    expect(contentOf({ alerts: body.alerts.toReversed() })).toBe(contentOf({}));
    expect(contentOf({ externalURL: "http://peer.example:9093", receiver: "other" })).toBe(contentOf({}));
  });

  test.each([
    ["another group", { groupKey: "{}:{}" }],
    ["another status", { status: "resolved" }],
    ["an alert less", { alerts: body.alerts.slice(1) }],
    ["an alert that resolved", { alerts: body.alerts.with(0, { ...body.alerts[0], status: "resolved" }) }],
    [
      "an alert that began anew",
      { alerts: body.alerts.with(0, { ...body.alerts[0], startsAt: "2026-11-21T20:00:00Z" }) },
    ],
    ["another alert", { alerts: body.alerts.with(0, { ...body.alerts[0], fingerprint: "0" }) }],
  ])("but not with %s", (_, change) => {
    expect(contentOf(change)).not.toBe(contentOf({}));
  });
});

describe("level", () => {
  test.each([
    [["critical"], "critical"],
    [["CRITICAL"], "critical"],
    [["page"], "critical"],
    [["error"], "error"],
    [["warning"], "warning"],
    [["info"], "info"],
    [["none"], "info"],
    [["ok"], "info"],
    [["team-blue"], "warning"],
    [[undefined], "warning"],
    [["info", "critical", "warning"], "critical"],
  ])("severities %j make %s", (severities, level) => {
    expect(tell({ alerts: severities.map((severity) => alert("firing", severity)) }).level).toBe(level);
  });

  test.each<[object, MapContext["levels"], Notice["level"]]>([
    [{ severity: "紧急" }, undefined, "critical"],
    [{ level: "critical" }, undefined, "critical"],
    [{ priority: "P2" }, undefined, "error"],
    [{ severity: "team-blue", priority: "P1" }, undefined, "critical"],
    [{ severity: "1" }, undefined, "critical"],
    [{ severity: "3" }, undefined, "info"],
    [{ severity: "3" }, { "3": "error" }, "error"],
    [{ severity: "9" }, undefined, "warning"],
  ])("labels %j with the route's %j make %s", (labels, levels, level) => {
    const parsed = parse({ alerts: [{ status: "firing", labels }] });
    expect(alertmanagerFormat.map(parsed, { ...context, ...(levels && { levels }) })?.level).toBe(level);
  });

  test("a word that nobody knows is told to who wants to know, and none that the route knows", () => {
    const inbound = inboundOf({ body: JSON.stringify({ alerts: [alert("firing", "Stufe 7")] }) });
    expect(alertmanagerFormat.parse(inbound, {})).toMatchObject({ unknownLevel: "Stufe 7" });
    expect(alertmanagerFormat.parse(inbound, { levels: { "Stufe 7": "error" } })).not.toHaveProperty("unknownLevel");
  });

  test("only firing alerts count while one fires, and none when all are resolved", () => {
    expect(tell({ alerts: [alert("resolved", "critical"), alert("firing", "info")] }).level).toBe("info");
    expect(tell({ alerts: [alert("resolved", "critical")] }).level).toBe("success");
  });
});

describe("notice", () => {
  test("a group ends what it began only when all of it is resolved, so far as the body shows all of it", () => {
    const group = { groupKey: "{}:{}", alerts: [alert("resolved")] };
    expect(tell(group)).toMatchObject({ key: "alertmanager/{}:{}", replaces: true, resolved: true });
    expect(tell({ ...group, truncatedAlerts: 3 })).not.toHaveProperty("resolved");
    expect(tell({ ...group, alerts: [alert("resolved"), alert("firing")] })).not.toHaveProperty("resolved");
  });

  test("without a group nothing is folded", () => {
    const notice = tell({ alerts: [alert("resolved")] });
    expect(notice).not.toHaveProperty("key");
    expect(notice).not.toHaveProperty("replaces");
    expect(notice).not.toHaveProperty("resolved");
  });

  test("an endless group key is told by its hash", () => {
    expect(tell({ groupKey: "k".repeat(5_000), alerts: [alert("firing")] }).key).toMatch(
      /^alertmanager\/[0-9a-f]{64}$/,
    );
  });

  test("of a large group the worst are told and the rest is counted, within the room of a notice", () => {
    const alerts = Array.from({ length: 3_000 }, (_, index) =>
      alert("firing", index === 2_999 ? "critical" : "warning", {
        annotations: { summary: `${index} ${"满".repeat(900)}` },
      }),
    );
    const { lines } = tell({ alerts, truncatedAlerts: 7 });
    expect(lines[0]).toMatch(/^\[critical\] 2999 /);
    expect(Buffer.byteLength(lines.join("\n"))).toBeLessThan(4_500);
    const told = lines.length - 1;
    expect(lines.at(-1)).toBe(`${3_007 - told} more alerts not listed`);
  });

  test.each([
    [{ externalURL: "https://am.example" }, "https://am.example"],
    [{ externalURL: "" }, "https://prom.example/g"],
    [{ externalURL: "javascript:alert(1)" }, "https://prom.example/g"],
    [{ externalURL: "//am.example" }, "https://prom.example/g"],
  ])("%j links to %s", (change, link) => {
    expect(
      tell({ alerts: [alert("firing", "info", { generatorURL: "https://prom.example/g" })], ...change }).link,
    ).toBe(link);
  });

  const at = { labels: { alertname: "Queue", instance: "mq-3", severity: "warning" }, status: "firing" };

  test.each<[string, object, string]>([
    ["a measured value", { annotations: { summary: "slow", value: "4.2 s" } }, "[warning] mq-3: slow, now 4.2 s"],
    [
      "a value that the words have",
      { annotations: { summary: "4.2 s late", value: "4.2 s" } },
      "[warning] mq-3: 4.2 s late",
    ],
    ["a value alone", { annotations: { current: "97%" } }, "[warning] mq-3, now 97%"],
    ["a sentence", { annotations: { summary: "Jobs wait.", value: "900" } }, "[warning] mq-3: Jobs wait, now 900"],
    [
      "an ellipsis",
      { annotations: { summary: "Jobs wait...", value: "900" } },
      "[warning] mq-3: Jobs wait..., now 900",
    ],
    [
      "the unnamed result of an early Grafana 8",
      { annotations: { summary: "slow" }, valueString: "[ metric='' labels={} value=14151.331895396988 ]" },
      "[warning] mq-3: slow, now 14151.3",
    ],
    [
      "its results by their metrics",
      {
        annotations: { summary: "slow" },
        valueString: "[ metric='cpu' labels={a=b} value=93.39999999999999 ], [ metric='load' labels={} value=12 ]",
      },
      "[warning] mq-3: slow, now cpu=93.4 load=12",
    ],
    [
      "a result that is no number",
      { annotations: { summary: "slow" }, valueString: "[ var='B' metric='' labels={} value=NaN ]" },
      "[warning] mq-3: slow, now B=NaN",
    ],
    ["Chinese annotations", { annotations: { 说明: "积压", 当前值: "900" } }, "[warning] mq-3: 积压, now 900"],
    [
      "annotations nobody knows",
      { annotations: { impact: "orders wait", owner: "pay" } },
      "[warning] mq-3: impact=orders wait, owner=pay",
    ],
    [
      "labels of the only alert, though the group has them all",
      { labels: { ...at.labels, shard: "7" } },
      "[warning] mq-3: shard=7",
    ],
    [
      "no internal names",
      { annotations: { __value__: "x" }, labels: { ...at.labels, __uid__: "y" } },
      "[warning] mq-3",
    ],
    [
      "nothing but a time",
      { labels: { alertname: "Queue", severity: "warning" }, startsAt: "2026-11-21T19:00:00Z" },
      "",
    ],
    [
      "what it had been",
      { status: "resolved", annotations: { summary: "4.2 s late", value: "4.2 s" } },
      "mq-3: was “4.2 s late”",
    ],
    ["no trailing space of a word", { labels: { ...at.labels, severity: "Sehr hoch " } }, "[Sehr hoch] mq-3"],
    ["the level of a number", { labels: { ...at.labels, severity: "1" } }, "[critical] mq-3"],
  ])("%s is told", (_, change, line) => {
    const one = { ...at, ...change };
    expect(tell({ alerts: [one], commonLabels: one.labels }).lines).toEqual(line === "" ? [] : [line]);
  });

  test("labels that all of several alerts share are not told of each", () => {
    const alerts = ["a", "b"].map((shard) => ({ ...at, labels: { alertname: "Queue", zone: "z", shard } }));
    const { lines } = tell({ alerts, commonLabels: { alertname: "Queue", zone: "z" } });
    expect(lines).toEqual(["shard=a", "shard=b"]);
  });

  test.each<[string, object[], string[]]>([
    [
      "by the labels that they do not share",
      [
        { labels: { ...at.labels, queue: "mail", zone: "z" }, annotations: { summary: "Jobs wait" } },
        { labels: { ...at.labels, queue: "pay", zone: "z" }, annotations: { summary: "Jobs wait" } },
      ],
      ["[warning] mq-3: Jobs wait: queue=mail", "[warning] mq-3: Jobs wait: queue=pay"],
    ],
    [
      "by their descriptions, where the labels are the same",
      [
        { annotations: { summary: "Jobs wait", description: "900 of mail." } },
        { annotations: { summary: "Jobs wait", description: "40 of pay." } },
      ],
      ["[warning] mq-3: Jobs wait: 900 of mail.", "[warning] mq-3: Jobs wait: 40 of pay."],
    ],
    [
      "once over, by their labels alone",
      [
        { status: "resolved", labels: { ...at.labels, queue: "mail" }, annotations: { summary: "Jobs wait" } },
        { status: "resolved", labels: { ...at.labels, queue: "pay" }, annotations: { summary: "Jobs wait" } },
      ],
      ["mq-3: was “Jobs wait”: queue=mail", "mq-3: was “Jobs wait”: queue=pay"],
    ],
  ])("alerts that would read alike are told apart %s", (_, changes, lines) => {
    const alerts = changes.map((change) => ({ ...at, ...change }));
    expect(tell({ alerts, commonLabels: { alertname: "Queue" } }).lines).toEqual(lines);
  });

  test("a link that is too long to be shown is left out, and none is cut", () => {
    const long = `https://g.example/${"q".repeat(400)}`;
    const summary = `see ${long} or ${"word ".repeat(54)}https://g.example/${"r".repeat(100)} there`;
    const [line = ""] = tell({ alerts: [{ ...at, annotations: { summary } }] }).lines;
    expect(line).not.toContain("https://");
    expect(line).toMatch(/ word…$/);
  });

  const links = { runbook_url: "https://run.example/queue", dashboard: "https://dash.example/queue" };

  test.each<[string, object, string, readonly string[]]>([
    ["the dashboard", { annotations: links }, links.dashboard, ["[warning] mq-3", `Runbook: ${links.runbook_url}`]],
    ["the runbook", { annotations: { runbook_url: links.runbook_url } }, links.runbook_url, ["[warning] mq-3"]],
    ["no runbook that is none", { annotations: { runbook: "ask Bob" } }, "https://am.example", ["[warning] mq-3"]],
  ])("%s is what it leads to", (_, change, link, lines) => {
    const notice = tell({ alerts: [{ ...at, ...change }], externalURL: "https://am.example" });
    expect(notice).toMatchObject({ link, lines });
  });

  test("alerts that lead to different pages lead to Alertmanager's", () => {
    const alerts = ["a", "b"].map((name) => ({ ...at, annotations: { dashboard: `https://dash.example/${name}` } }));
    expect(tell({ alerts, externalURL: "https://am.example" }).link).toBe("https://am.example");
  });

  test.each([
    [{ receiver: "qq-ops", alerts: [{ labels: {} }] }, "Alertmanager: firing"],
    [
      { receiver: "qq-ops", alerts: [{ labels: {} }], groupLabels: { alertname: "Memory", site: "x" } },
      "Memory (x): firing",
    ],
    [{ receiver: "qq-ops", alerts: [{ labels: {} }], commonLabels: { alertname: "Memory" } }, "Memory: firing"],
  ])("%j is headed %s, never by its receiver", (body, title) => {
    expect(tell(body).title).toBe(title);
  });

  test("a generator that is no web address is no link", () => {
    expect(tell({ alerts: [alert("firing", "info", { generatorURL: "promql" })] })).not.toHaveProperty("link");
  });

  test.each([
    ["2026-11-21T19:00:00Z", "2026-11-21T19:00:00.000Z"],
    ["0001-01-01T00:00:00Z", "2026-11-21T20:00:00.000Z"],
    ["2030-01-01T00:00:00Z", "2026-11-21T20:00:00.000Z"],
    ["yesterday", "2026-11-21T20:00:00.000Z"],
  ])("an alert that began at %s happened at %s", (startsAt, at) => {
    expect(tell({ alerts: [alert("firing", "info", { startsAt })] }).at).toBe(at);
  });

  test("words of labels and annotations never break a line", () => {
    const hostile = fc.string({ unit: "binary" });
    const alerts = fc.array(
      fc.record({
        status: fc.constantFrom("firing", "resolved", ""),
        labels: fc.dictionary(fc.constantFrom("alertname", "instance", "severity", "x"), hostile),
        annotations: fc.dictionary(fc.constantFrom("summary", "description"), hostile),
        startsAt: fc.oneof(hostile, fc.constant("2026-11-21T19:00:00Z")),
        endsAt: fc.oneof(hostile, fc.constant("2026-11-21T19:30:00Z")),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(alerts, (alerts) => {
        const { title, lines } = tell({ alerts });
        for (const line of [title, ...lines]) expect(line).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
      }),
    );
  });
});

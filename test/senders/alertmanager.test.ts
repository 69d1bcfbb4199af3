import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import { type Alertmanager, startAlertmanager } from "./alertmanager.ts";
import { whyNoPackage } from "./have.ts";
import { type Line, secret, senderTest, toOwnGroups } from "./line.ts";

const missing = whyNoPackage("prometheus-alertmanager");

/** Its integrations, each with a route of that name. */
const integrations = ["slack", "discord", "telegram", "webhook"] as const;

type Told = Readonly<Record<(typeof integrations)[number], readonly string[]>>;

// It repeats what still fires: as often as it is told to, in the same words.
const it = senderTest(
  toOwnGroups({
    slack: { source: "slack", repeat: "30m" },
    discord: { source: "discord", repeat: "30m" },
    telegram: { source: "telegram", repeat: "30m" },
    webhook: { source: "alertmanager" },
  }),
).extend("alertmanager", { scope: "file" }, async ({ line }, { onCleanup }) => {
  const base = `http://${line.host}/group`;
  const authorization = { credentials: secret };
  const alertmanager = await startAlertmanager({
    slack_configs: [{ api_url: `${base}/slack/${secret}`, channel: "#alerts", send_resolved: true }],
    discord_configs: [{ webhook_url: `${base}/discord/${secret}` }],
    telegram_configs: [{ api_url: `${base}/telegram`, bot_token: secret, chat_id: 1 }],
    webhook_configs: [{ url: `${base}/webhook`, http_config: { authorization } }],
  });
  onCleanup(alertmanager.stop);
  return alertmanager;
});

const patience = { timeout: 30_000, interval: 100 };

/** What each route's group was told of an alert. */
const toldOf = async (line: Line, name: string): Promise<Told> => {
  const told = integrations.map(async (route) => [
    route,
    (await line.told(route)).filter((message) => message.includes(name)),
  ]);
  return Object.fromEntries(await Promise.all(told)) as Told;
};

const counts = async (line: Line, name: string): Promise<readonly number[]> =>
  Object.values(await toldOf(line, name)).map((messages) => messages.length);

const each = (count: number): readonly number[] => integrations.map(() => count);

/** Resolves when each integration has sent so many more notices that the relay took for repeats. */
async function untilRepeated(line: Line, times: number): Promise<void> {
  const before = integrations.map(line.repeats);
  for (const [at, route] of integrations.entries())
    await expect.poll(() => line.repeats(route), patience).toBeGreaterThanOrEqual((before[at] ?? 0) + times);
}

const countAll = ({ count }: Alertmanager, metric: string): Promise<readonly number[]> =>
  Promise.all(integrations.map((integration) => count(metric, integration)));

describe.skipIf(missing !== undefined)("Alertmanager", () => {
  it("tells that an alert fires, and that it is over", { tags: ["smoke"] }, async ({ line, alertmanager }) => {
    await alertmanager.set("DiskFull", "firing");
    await expect.poll(() => counts(line, "DiskFull"), patience).toEqual(each(1));
    await alertmanager.set("DiskFull", "resolved");
    await expect.poll(() => counts(line, "DiskFull"), patience).toEqual(each(2));
    const text = (state: string, mark: string) =>
      [
        `Alerts ${state}:`,
        "Labels:",
        `${mark}alertname = DiskFull`,
        `${mark}instance = db-1`,
        `${mark}severity = critical`,
        "Annotations:",
        `${mark}summary = 磁盘将满 disk at 97 %`,
        "Source: http://prometheus.example.com/graph?g0.expr=disk",
      ].join("\n");
    expect(await toldOf(line, "DiskFull")).toEqual({
      slack: [
        "❌ [FIRING:1] DiskFull (db-1 critical)\nhttp://alerts.example.com/#/alerts?receiver=relay",
        "✅ [RESOLVED] DiskFull (db-1 critical)\nhttp://alerts.example.com/#/alerts?receiver=relay",
      ],
      discord: [
        `❌ [FIRING:1] DiskFull (db-1 critical)\n${text("Firing", "")}`,
        `✅ [RESOLVED] DiskFull (db-1 critical)\n${text("Resolved", "")}`,
      ],
      // Its message is plain words: nothing in it tells a level.
      telegram: [text("Firing", "- "), text("Resolved", "- ")],
      webhook: [
        expect.stringMatching(
          /^🚨 DiskFull: firing\n\[critical\] db-1: 磁盘将满 disk at 97 % \(since \d\d:\d\d\)\nhttp:\/\/alerts.example.com\/$/,
        ),
        expect.stringMatching(
          /^✅ DiskFull: resolved\ndb-1: was “磁盘将满 disk at 97 %” \(lasted \d+ s\)\nhttp:\/\/alerts.example.com\/$/,
        ),
      ],
    });
    expect(await countAll(alertmanager, "notifications_failed_total")).toEqual(each(0));
  });

  it("repeats what fires, and is told once more only when half an hour is over", async ({ line, alertmanager }) => {
    await alertmanager.set("CpuHot", "firing");
    await untilRepeated(line, 2);
    expect(await counts(line, "CpuHot")).toEqual(each(1));
    line.moveOn(31 * minute);
    await expect.poll(() => counts(line, "CpuHot"), patience).toEqual(each(2));
    await untilRepeated(line, 1);
    await alertmanager.set("CpuHot", "resolved");
    await expect.poll(() => counts(line, "CpuHot"), patience).toEqual(each(3));
    expect(await countAll(alertmanager, "notifications_failed_total")).toEqual(each(0));
  });

  it.for([
    ["before a notice is kept", "before"],
    ["though a notice is kept", "after"],
  ] as const)("answered 503 %s, sends again: nothing is lost or doubled", async ([, when], { line, alertmanager }) => {
    const name = `Broken-${when}`;
    const before = await countAll(alertmanager, "notification_requests_failed_total");
    line.breakStore(when);
    await alertmanager.set(name, "firing");
    for (const [at, integration] of integrations.entries())
      await expect
        .poll(() => alertmanager.count("notification_requests_failed_total", integration), patience)
        .toBeGreaterThanOrEqual((before[at] ?? 0) + 2);
    line.mendStore();
    await expect.poll(() => counts(line, name), patience).toEqual(each(1));
    await untilRepeated(line, 2);
    expect(await counts(line, name)).toEqual(each(1));
    await alertmanager.set(name, "resolved");
    await expect.poll(() => counts(line, name), patience).toEqual(each(2));
    expect(await countAll(alertmanager, "notifications_failed_total")).toEqual(each(0));
  });
});

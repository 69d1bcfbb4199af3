import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { unpack, whyNoPackage } from "./have.ts";
import { secret, senderTest, toOwnGroups } from "./line.ts";
import { run } from "./run.ts";

const script = unpack("netdata-plugins-bash", "usr/lib/netdata/plugins.d/alarm-notify.sh");

const it = senderTest(
  toOwnGroups({
    slack: { source: "slack" },
    discord: { source: "discord" },
    rocketchat: { source: "rocketchat" },
    gotify: { source: "gotify" },
  }),
).extend("folder", ({}, { onCleanup }) => {
  const folder = mkdtempSync(join(tmpdir(), "netdata-"));
  onCleanup(() => rmSync(folder, { recursive: true }));
  return folder;
});

/** The script's own settings: each dialect to its route, its channel where the script wants to know one. */
const settingsFor = (base: string): string => `
SEND_EMAIL=NO
SLACK_WEBHOOK_URL="${base}/slack/${secret}"
DEFAULT_RECIPIENT_SLACK=ops
DISCORD_WEBHOOK_URL="${base}/discord/${secret}"
DEFAULT_RECIPIENT_DISCORD=ops
ROCKETCHAT_WEBHOOK_URL="${base}/rocketchat/${secret}"
DEFAULT_RECIPIENT_ROCKETCHAT=ops
SEND_GOTIFY=YES
GOTIFY_APP_URL="${base}/gotify"
GOTIFY_APP_TOKEN="${secret}"
`;

const host = hostname();

/** The three that it sends in a row, as most dialects have them; `about` is what each shows of chart, family and host. */
const alarms = (about: readonly string[]): readonly string[] =>
  [
    ["⚠️", "WARNING", "needs attention", "test alarm = new value"],
    ["❌", "CRITICAL", "is critical", "test alarm = new value"],
    ["✅", "CLEAR", "recovered", "test alarm (alarm was raised for 3 seconds)"],
  ].map(([icon, status, what, alarm], at) =>
    [
      `${icon} ${host} ${what}, test.chart (test.family), ${alarm}`,
      alarm,
      "this is a test alarm to verify notifications work",
      ...about,
      `https://registry.my-netdata.io/goto-host-from-alarm.html?host=${host}&chart=test.chart&family=test.family` +
        `&alarm=test_alarm&alarm_unique_id=1&alarm_id=1&alarm_event_id=${at + 1}&alarm_when=<time>` +
        `&alarm_status=${status}&alarm_chart=test.chart&alarm_value=new%20value`,
    ].join("\n"),
  );

const told = {
  slack: alarms(["test.chart", "test.family", `by ${host}`]),
  discord: alarms(["test.chart: test.family", host]),
  rocketchat: alarms(["test.chart: chart", "test.family: family"]),
  gotify: ["⚠️ WARNING", "🚨 CRITICAL", "CLEAR"].map(
    (status) => `${status}, test_alarm = new value, on ${host}\n<time>: test.chart new value`,
  ),
};

const withoutTimes = (message: string): string =>
  message.replace(/(?<=alarm_when=)\d+/, "<time>").replace(/^\w{3} \w{3} .* \d{4}(?=: )/m, "<time>");

const missing = "missing" in script ? script.missing : whyNoPackage("curl");

describe.skipIf(missing !== undefined)("netdata's alarm script", () => {
  it("tells a warning, a critical alarm, and that all is clear", { tags: ["smoke"] }, async ({ line, folder }) => {
    mkdirSync(join(folder, "cache"));
    writeFileSync(join(folder, "health_alarm_notify.conf"), settingsFor(`http://${line.host}/group`));
    const ran = await run("path" in script ? script.path : "", ["test", "sysadmin"], {
      NETDATA_USER_CONFIG_DIR: folder,
      NETDATA_STOCK_CONFIG_DIR: folder,
      NETDATA_CACHE_DIR: join(folder, "cache"),
    });
    expect(ran.code).toBe(0);
    expect(ran.output.match(/: INFO: sent \w+ notification/g)).toHaveLength(12);
    expect(ran.output).not.toContain("ERROR");
    for (const [route, messages] of Object.entries(told))
      expect((await line.told(route)).map(withoutTimes)).toEqual(messages);
  });
});

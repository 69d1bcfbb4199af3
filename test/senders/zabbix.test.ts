import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { root } from "../structure/project-files.ts";
import { tellSkipped } from "../support/install.ts";
import { unpack } from "./have.ts";
import { secret, senderTest, toOwnGroups } from "./line.ts";
import { run } from "./run.ts";

const engine = unpack("zabbix-server-pgsql", "usr/bin/zabbix_js");
const command = "path" in engine ? engine.path : "";

/** It wants libraries of its own, which another machine may not have. */
async function whyMissing(): Promise<string | undefined> {
  if ("missing" in engine) return engine.missing;
  const { code } = await run(engine.path, ["-V"]);
  return code === 0 ? undefined : tellSkipped("zabbix_js does not run here: it lacks libraries");
}

const missing = await whyMissing();

const script = join(root, "docs/senders/zabbix.media.js");

const it = senderTest(toOwnGroups({ zabbix: { source: "zabbix" }, other: { source: "zabbix", open: true } }));

/** What Zabbix' server hands to the script: the media type's parameters, with a value for each macro that has one. */
const parametersOf = (values: Readonly<Record<string, string>>): string => {
  const media = readFileSync(join(root, "docs/senders/zabbix.media.yaml"), "utf8");
  const all = media.matchAll(/- name: (\w+)\n\s+value: "(.*)"\n/g);
  return JSON.stringify({ ...Object.fromEntries([...all].map(([, name, value]) => [name, value])), ...values });
};

const disk = {
  alert_message: "web-01: 磁盘使用率超过 90%",
  alert_subject: "磁盘使用率超过 90%",
  event_id: "48211",
  event_name: "磁盘使用率超过 90%",
  event_nseverity: "4",
  event_opdata: "使用率：93.1 %",
  event_severity: "High",
  event_source: "0",
  event_update_status: "0",
  event_value: "1",
  host_name: "web-01",
  relay_secret: secret,
  trigger_description: "",
  trigger_id: "22391",
  zabbix_url: "https://zabbix.example.com/",
};

const page = "https://zabbix.example.com/tr_events.php?triggerid=22391&eventid=48211";

describe.skipIf(missing !== undefined)("Zabbix' script engine runs the media type", () => {
  const send = (values: Readonly<Record<string, string>>) => run(command, ["-s", script, "-p", parametersOf(values)]);

  it("a problem, what people do to it, and its end", { tags: ["smoke"] }, async ({ line }) => {
    const event = { ...disk, relay_url: `http://${line.host}/group/zabbix` };
    const update = { event_update_status: "1", event_update_user: "Admin", event_update_action: "acknowledged" };
    const recovery = { event_value: "0", event_duration: "1h 29m 1s", event_opdata: "71.0 %" };
    for (const change of [{}, update, recovery]) {
      const ran = await send({ ...event, ...change });
      expect([ran.code, ran.output.trim()]).toEqual([0, "OK"]);
      await line.told("zabbix");
    }
    expect(await line.told("zabbix")).toEqual([
      `❌ Problem on web-01: 磁盘使用率超过 90%\nSeverity: High\nNow: 使用率：93.1 %\n${page}`,
      `Problem updated on web-01: 磁盘使用率超过 90%\nAdmin acknowledged\n${page}`,
      `✅ Resolved on web-01: 磁盘使用率超过 90%\nLasted 1 h 29 min\n71.0 %\n${page}`,
    ]);
  });

  it("the dialog for tests, where no macro has a value", async ({ line }) => {
    const ran = await send({ relay_url: `http://${line.host}/group/other` });
    expect([ran.code, ran.output.trim()]).toEqual([0, "OK"]);
    expect(await line.told("other")).toEqual(["Zabbix’s test message"]);
  });

  it.for<[string, Readonly<Record<string, string>>, RegExp]>([
    ["a wrong secret", { relay_secret: "guess" }, /the relay answered 401: .*SenderSecret/],
    ["no address", { relay_url: "{ALERT.SENDTO}" }, /relay_url is no address/],
  ])("%s fails, and says why", async ([, change, reason], { line }) => {
    const ran = await send({ ...disk, relay_url: `http://${line.host}/group/zabbix`, ...change });
    expect([ran.code === 0, ran.output]).toEqual([false, expect.stringMatching(reason)]);
    expect(ran.output).not.toContain(secret);
  });
});

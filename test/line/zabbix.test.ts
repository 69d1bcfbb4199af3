import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import { type Case, readCase } from "../sources/monitors.ts";
import { monitorSecrets, monitorTest } from "../support/monitor-line.ts";

const { MonitorSecret: secret, OtherSecret: other } = monitorSecrets;
const it = monitorTest("zabbix");

const by = (name: string, token: string = secret): Case => {
  const request = readCase("zabbix", name);
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
};

describe("a problem", () => {
  it("is told with its level, values and page, what people do to it, and its end", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    for (const name of ["problem", "update", "recovery"]) {
      expect((await send("now", by(name))).status).toBe(202);
      await rig.later(10 * minute);
      await speak("G1");
    }
    const page = "https://zabbix.example/tr_events.php?triggerid=22391&eventid=48211";
    const texts = await told("G1");
    expect(texts).toEqual([
      expect.stringMatching(/❌ web-01 出现问题：磁盘 \/ 使用率超过 90%.*当前：使用率：93\.1 %/s),
      expect.stringMatching(/web-01 的问题有更新.*Zabbix Administrator \(Admin\)：确认、留言/s),
      expect.stringMatching(/✅ web-01 已恢复.*持续 1 小时 29 分钟/s),
    ]);
    for (const text of texts) expect(text).toContain(page);
  });

  it("that is over before anyone heard of it is one notice; another one stays", async ({ send, speak, told }) => {
    const another = readCase("zabbix", "problem");
    await send("later", by("problem"));
    await send("later", {
      ...by("problem"),
      body: { ...(another.body as object), event_id: "48212", host_name: "db-2" },
    });
    await send("later", by("recovery"));
    await speak("G2");
    const text = (await told("G2")).join("\n");
    expect(text).toContain("web-01 已恢复");
    expect(text).not.toContain("web-01 出现问题");
    expect(text).toContain("db-2 出现问题");
  });

  it("that Zabbix tries to tell again is told once", async ({ send, told }) => {
    for (const _ of [1, 2]) expect((await send("now", by("problem"))).status).toBe(202);
    expect(await told("G1")).toHaveLength(1);
  });
});

it.for<[string, string, Case]>([
  ["without a secret", "now", readCase("zabbix", "problem")],
  ["with a wrong one", "now", by("problem", "guess")],
  ["with another route's", "now", by("problem", other)],
  ["with a wrong one in the address", "now/guess", readCase("zabbix", "problem")],
])("a request %s is refused", async ([, path, request], { send, told }) => {
  const { status, text } = await send(path, request);
  expect([401, 404]).toContain(status);
  expect(text).not.toContain(secret);
  expect(await told("G1")).toEqual([]);
});

it("hostile words mention nobody", async ({ send, told }) => {
  await send("now", by("hostile"));
  const [text = ""] = await told("G1");
  expect(text).toContain("出现问题");
  expect(text).not.toMatch(/<@!?\d|@everyone/);
});

import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import { type Case, readCase } from "../sources/monitors.ts";
import { monitorSecrets, monitorTest } from "../support/monitor-line.ts";
import { signAs } from "../support/sign-as.ts";

const { MonitorSecret: secret, OtherSecret: other } = monitorSecrets;
const it = monitorTest("sentry");

const signed = (name: string, by: string = secret): Case => {
  const request = readCase("sentry", name);
  return {
    ...request,
    headers: { ...request.headers, ...signAs.sentry(by, JSON.stringify(request.body), new Date()) },
  };
};

describe("an issue", () => {
  it("is told with its level and page, and then who resolved it", async ({ rig, send, speak, told }) => {
    expect((await send("now", signed("issue-created"))).status).toBe(202);
    expect(await told("G1")).toEqual([
      expect.stringMatching(
        /❌ shop-web 有新问题：TypeError.*SHOP-WEB-3F.*https:\/\/acme\.sentry\.example\/issues\/5512\//s,
      ),
    ]);
    await rig.later(10 * minute);
    await send("now", signed("issue-resolved"));
    await speak("G1");
    expect(await told("G1")).toEqual([
      expect.anything(),
      expect.stringMatching(/✅ 韩梅梅解决了 shop-web 的问题：TypeError/),
    ]);
  });

  it("and the alert rule that it sets off at once are one message; what sets it off later is another", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    await send("now", signed("issue-created"));
    await send("now", signed("event-alert"));
    const [first, ...more] = await told("G1");
    expect(more).toEqual([]);
    expect(first).toMatch(/有新问题|触发告警/);
    expect(first).toContain("环境：prod · 版本：shop@4.2.0");
    await send("now", signed("error-created"));
    expect(await told("G1")).toHaveLength(1);
    await rig.later(31 * minute);
    await send("now", signed("event-alert"));
    await speak("G1");
    expect(await told("G1")).toEqual([expect.anything(), expect.stringContaining("shop-api 触发告警")]);
  });

  it("that is resolved before anyone heard of it is one notice", async ({ send, speak, told }) => {
    for (const name of ["issue-created", "event-alert", "issue-resolved"]) await send("later", signed(name));
    await speak("G2");
    const texts = await told("G2");
    expect(texts).toEqual([expect.stringContaining("韩梅梅解决了 shop-web 的问题")]);
    expect(texts[0]).not.toContain("触发告警");
  });
});

describe("a request", () => {
  it("that Sentry sends again, with another Request-ID, is told once", async ({ send, told }) => {
    const request = signed("event-alert");
    for (const id of ["1", "2"])
      expect((await send("now", { ...request, headers: { ...request.headers, "request-id": id } })).status).toBe(202);
    expect(await told("G1")).toHaveLength(1);
  });

  it("of the plugin, which signs nothing, is proved by the address", async ({ send, told }) => {
    expect((await send(`now/${secret}`, readCase("sentry", "plugin"))).status).toBe(202);
    expect(await told("G1")).toEqual([expect.stringContaining("Shop API 触发告警")]);
  });

  it("that tells of a set-up is taken, and says nothing", async ({ send, told }) => {
    expect((await send("now", signed("installation"))).status).toBe(202);
    expect(await told("G1")).toEqual([]);
  });

  it.for<[string, Case]>([
    ["without a signature", readCase("sentry", "issue-created")],
    ["signed by another", signed("issue-created", "guess")],
    ["signed for another route", signed("issue-created", other)],
    ["whose body was changed", { ...signed("issue-created"), body: {} }],
  ])("%s is refused", async ([, request], { send, told }) => {
    const { status, text } = await send("now", request);
    expect(status).toBe(401);
    expect(text).not.toContain(secret);
    expect(await told("G1")).toEqual([]);
  });
});

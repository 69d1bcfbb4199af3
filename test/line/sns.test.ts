import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import type { SnsMessage } from "../../lib/model/sns-message.ts";
import type { Routes } from "../../lib/model/route.ts";
import { readCloudCase } from "../support/clouds.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { startAws } from "../support/sns/aws.ts";
import { certificateUrl, headersOf, host, type Said, snsMessage, topic } from "../support/sns/sign-sns.ts";

const routes: Routes = {
  aws: { scene: "group", source: "sns", topic, to: ["G1"] },
  later: { scene: "group", source: "sns", topic: [`${topic}-2`, topic], to: ["G2"], policy: { proactive: "never" } },
  other: { scene: "group", source: "sns", topic: `${topic}-2`, to: ["G3"] },
  several: { scene: "group", source: ["sns", "generic"], topic, open: true, to: ["G4"] },
  raw: { scene: "group", source: ["sns", "generic"], topic, secret: "RawSecret", auth: "key", to: ["G5"] },
};

const aws = startAws();

let sentSoFar = 0;

const it = lineTest(routes, { getFromAws: aws.get, env: { RawSecret: "raw-secret-5d1e" } })
  .extend("sns", () => {
    aws.reset();
    return aws;
  })
  .extend("post", ({ rig }) => async (route: string, message: object) => {
    const answer = await rig.post(`/group/${route}`, message, headersOf(message as SnsMessage));
    await rig.relay.idle();
    return answer;
  })
  .extend("send", ({ rig, post }) => (route: string, said: Partial<Said> = {}) => {
    const MessageId = `m-${(sentSoFar += 1)}`;
    return post(route, snsMessage({ at: new Date(rig.now()), MessageId, ...said }));
  })
  .extend(
    "told",
    ({ rig }) =>
      async (group: string) =>
        (await rig.received("group", group)).map(({ body }) => String(body["content"])),
  );

/** What CloudWatch publishes, by a golden. */
function published(name: string): Partial<SnsMessage> {
  const { Message, Subject } = readCloudCase("sns", name).body ?? {};
  return { Message: JSON.stringify(Message), ...(typeof Subject === "string" && { Subject }) };
}

describe("a CloudWatch alarm", () => {
  it("is told with its level, what was measured, where, and the way to it", async ({ sns, send, told }) => {
    expect(await send("aws", published("alarm"))).toMatchObject({
      status: 202,
      body: { deliveries: [{ state: "pending" }] },
    });
    const [text = ""] = await told("G1");
    expect(text.split("\n").slice(0, 5)).toEqual([
      "❌ orders-cpu-high 触发告警",
      "CPUUtilization 为 95.25，告警条件 > 90（11月22日 03:55 起）",
      "CPU of the orders database",
      "DBInstanceIdentifier=orders-1 · eu-west-1 · 123456789012",
      expect.stringContaining("cloudwatch/deeplink.js?region=eu-west-1#alarmsV2:alarm/orders-cpu-high"),
    ]);
    expect(sns.asked).toEqual([certificateUrl]);
  });

  it("that is well again before anybody was told folds into its end", async ({ rig, sns, send, told }) => {
    await send("later", published("alarm"));
    await send("later", published("alarm-ok"));
    await rig.say("group", "G2");
    const [text, ...more] = await told("G2");
    expect(more).toEqual([]);
    expect(text).toContain("✅ orders-cpu-high 已恢复（曾为错误");
    expect((await rig.deliveries("group", "G2")).map(({ state }) => state).toSorted()).toEqual(["folded", "sent"]);
    expect(sns.asked).toHaveLength(1);
  });

  it("is taken by either version's signature, and told once however often SNS sends it", async ({
    sns,
    send,
    told,
  }) => {
    const said = { ...published("alarm"), MessageId: "the-same" };
    expect(sns.asked).toEqual([]);
    await send("aws", { ...said, SignatureVersion: "1" });
    expect(await send("aws", { ...said, SignatureVersion: "2" })).toMatchObject({
      status: 202,
      body: { deliveries: [{ state: "repeated" }] },
    });
    expect(await told("G1")).toHaveLength(1);
  });
});

describe("a subscription", () => {
  const asks = { Type: "SubscriptionConfirmation" } as const;

  it("of the route's topic is confirmed, once its message is proved, and nobody is told", async ({
    rig,
    sns,
    send,
    told,
  }) => {
    expect(await send("aws", asks)).toMatchObject({ status: 202, body: { deliveries: [{ state: "ignored" }] } });
    expect(sns.asked).toEqual([
      certificateUrl,
      expect.stringMatching(/^https:\/\/sns\.eu-west-1\.amazonaws\.com\/\?Action=ConfirmSubscription&/),
    ]);
    expect(await told("G1")).toEqual([]);
    expect(rig.logs.join("\n")).toContain('"event":"subscribed","route":"aws"');
    expect(rig.logs.join("\n")).not.toMatch(/Token|2336412f/);
  });

  it("of another topic is not, nor where its message was changed", async ({ sns, send, post, rig }) => {
    expect(await send("other", asks)).toMatchObject({ status: 401 });
    expect(sns.asked).toEqual([]);
    const message = snsMessage({ at: new Date(rig.now()), ...asks });
    for (const change of [
      { SubscribeURL: `${host}/?Action=ConfirmSubscription&TopicArn=${topic}-2&Token=1` },
      { SubscribeURL: "https://evil.example/?Action=ConfirmSubscription" },
      { SubscribeURL: "http://169.254.169.254/latest/meta-data/" },
      { Token: "another" },
    ])
      expect(await post("aws", { ...message, ...change })).toMatchObject({ status: 401 });
    expect(new Set(sns.asked)).toEqual(new Set([certificateUrl]));
  });

  it("that AWS did not confirm is to be sent again", async ({ sns, send }) => {
    await send("aws");
    sns.say({ kind: "answer", status: 500, text: "" });
    expect(await send("aws", asks)).toMatchObject({ status: 503, body: { error: "unavailable" } });
    sns.say(undefined);
    expect(await send("aws", asks)).toMatchObject({ status: 202 });
  });

  it("that ended is told", async ({ sns, send, told }) => {
    await send("aws", { Type: "UnsubscribeConfirmation" });
    expect(await told("G1")).toEqual([expect.stringContaining("⚠️ SNS 主题 alarms 的订阅已取消")]);
    expect(sns.asked).toEqual([certificateUrl]);
  });
});

describe("what is not SNS's word to this route", () => {
  const refused = {
    status: 401,
    body: { error: "unauthorized", message: expect.stringMatching(/^sns: .* · sns：/su) },
  };

  it("is refused: changed, unsigned, of another topic, recorded, certified elsewhere", async ({
    rig,
    sns,
    post,
    told,
  }) => {
    const message = snsMessage({ at: new Date(rig.now()), ...published("alarm") });
    for (const wrong of [
      { ...message, Message: message.Message.replace("ALARM", "OK") },
      { ...message, Subject: "another" },
      { ...message, MessageId: "another" },
      { ...message, Signature: message.Signature.replace(/^./, "A").replace(/.$/, "A") },
      { ...message, Signature: undefined },
      { AlarmName: "raw", NewStateValue: "ALARM" },
      {
        ...message,
        SigningCertURL: "https://evil.example/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
      },
      { ...message, SigningCertURL: certificateUrl.replace("0123", "3210") },
    ])
      expect(await post("aws", wrong)).toMatchObject(refused);
    expect(await post("other", message)).toMatchObject(refused);
    rig.setTime(rig.now() + 66 * minute);
    expect(await post("aws", message)).toMatchObject(refused);
    expect(await told("G1")).toEqual([]);
    expect(sns.asked.every((url) => url.startsWith(`${host}/SimpleNotificationService-`))).toBe(true);
  });

  it("is refused beside a source that takes anything too", async ({ rig, sns, post, told }) => {
    const message = snsMessage({ at: new Date(rig.now()) });
    expect(await post("several", { ...message, Message: "forged" })).toMatchObject(refused);
    expect((await rig.post("/group/several", { title: "by hand" })).status).toBe(202);
    expect((await post("several", message)).status).toBe(202);
    await rig.relay.idle();
    expect((await told("G4")).join("\n")).not.toContain("forged");
    expect(sns.asked).toEqual([certificateUrl]);
  });

  it("is to be sent again where the certificate cannot be had", async ({ sns, send, told }) => {
    sns.say({ kind: "lost" });
    expect(await send("aws")).toMatchObject({
      status: 503,
      headers: expect.anything(),
      body: { error: "unavailable" },
    });
    expect(await told("G1")).toEqual([]);
    sns.say(undefined);
    expect(await send("aws")).toMatchObject({ status: 202 });
  });
});

describe("raw message delivery", () => {
  const raw = { ...headersOf({ Type: "Notification" }), "x-amz-sns-rawdelivery": "true" };

  it("is read by the source beside SNS, by its secret; the subscription is SNS's to prove", async ({
    rig,
    sns,
    send,
    told,
  }) => {
    expect(await send("raw?key=raw-secret-5d1e", { Type: "SubscriptionConfirmation" })).toMatchObject({ status: 202 });
    expect(sns.asked).toHaveLength(2);
    expect(await rig.post("/group/raw?key=raw-secret-5d1e", "disk full", raw)).toMatchObject({ status: 202 });
    expect(await rig.post("/group/raw", "no secret", raw)).toMatchObject({ status: 401 });
    expect(await rig.post("/group/aws", "unsigned", raw)).toMatchObject({ status: 401 });
    await rig.relay.idle();
    expect((await told("G5")).join("\n")).toContain("disk full");
  });
});

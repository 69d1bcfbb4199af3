import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { signAs } from "../support/sign-as.ts";

const whsec = (text: string): string => `whsec_${Buffer.from(text.padEnd(32, ".")).toString("base64")}`;
const env = { MailSecret: whsec("mail"), OtherSecret: whsec("other") };

const routes: Routes = {
  mail: {
    scene: "group",
    source: "standard-webhooks",
    secret: "MailSecret",
    to: ["G1"],
    policy: { proactive: "never" },
  },
};

const body = JSON.stringify({ type: "email.delivery_failed", data: { subject: "账单", to: ["li.lei@example.com"] } });

const it = lineTest(routes, { env })
  .extend("post", ({ rig }) => async (headers: Record<string, string>, sent: string = body) => {
    const answer = await rig.post("/group/mail", sent, headers);
    await rig.relay.idle();
    return answer;
  })
  .extend("told", ({ rig }) => async () => {
    await rig.say("group", "G1");
    return (await rig.received("group", "G1")).map(({ body: { content } }) => String(content)).join("\n");
  });

describe("a signed webhook", () => {
  it.for(["standard-webhooks", "svix"] as const)(
    "of %s is told by its type and data, once",
    async (of, { rig, post, told }) => {
      const headers = signAs[of](env.MailSecret, body, new Date(rig.now()));
      expect(await post(headers)).toMatchObject({ status: 202, body: { deliveries: [{ state: "pending" }] } });
      expect(await post(headers)).toMatchObject({ status: 202, body: { deliveries: [{ state: "repeated" }] } });
      expect(await told()).toContain("❌ email.delivery_failed: 账单\nto: li.lei@example.com");
    },
  );

  it("that was recorded cannot be told again under another id", async ({ rig, post, told }) => {
    const headers = signAs.svix(env.MailSecret, body, new Date(rig.now()));
    await post(headers);
    expect(await post({ ...headers, "webhook-id": "another" })).toMatchObject({
      body: { deliveries: [{ state: "repeated" }] },
    });
    expect(await post({ ...headers, "webhook-id": "another", "webhook-signature": "v1,AAAA" })).toMatchObject({
      status: 422,
    });
    expect(await post({ ...headers, "svix-id": "another" })).toMatchObject({ status: 401 });
    expect((await told()).match(/账单/g)).toHaveLength(1);
  });

  it("is refused by another secret, another body, or too late", async ({ rig, post, told }) => {
    const at = new Date(rig.now());
    const headers = signAs["standard-webhooks"](env.MailSecret, body, at);
    expect(await post({})).toMatchObject({ status: 401 });
    expect(await post(signAs["standard-webhooks"](env.OtherSecret, body, at))).toMatchObject({ status: 401 });
    expect(await post(headers, `${body} `)).toMatchObject({ status: 401 });
    rig.setTime(rig.now() + 6 * minute);
    expect(await post(headers)).toMatchObject({ status: 401 });
    expect(await told()).toBe("");
  });
});

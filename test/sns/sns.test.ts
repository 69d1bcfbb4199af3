import { describe, expect, it } from "vitest";
import { createSns } from "../../lib/sns/sns.ts";
import type { Got } from "../../lib/sns/get.ts";
import { startAws } from "../support/sns/aws.ts";
import { certificateUrl, snsMessage } from "../support/sns/sign-sns.ts";

const at = new Date("2026-11-21T20:00:00Z");
const deadline = at.getTime() + 10_000;

function open() {
  const aws = startAws();
  return { aws, sns: createSns({ now: () => at.getTime(), get: aws.get }) };
}

const kinds = ["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"] as const;
const versions = ["1", "2"] as const;

describe.each(kinds)("a %s", (Type) => {
  it.each(versions)("signed by version %s is SNS's, whatever letters are in it", async (SignatureVersion) => {
    const { sns } = open();
    const message = snsMessage({ at, Type, SignatureVersion, Message: '磁盘满 🔥 \n\n"<b>"\\ \u00e9' });
    expect(await sns.check(message, deadline)).toBe("signed");
  });

  it.each(["Message", "MessageId", "Timestamp", "TopicArn"] as const)(
    "is not where its %s was changed",
    async (name) => {
      const { sns } = open();
      const message = snsMessage({ at, Type });
      expect(await sns.check({ ...message, [name]: `${message[name]}x` }, deadline)).toBe("forged");
    },
  );

  it("is not by the other version's signature", async () => {
    const { sns } = open();
    const message = snsMessage({ at, Type, SignatureVersion: "1" });
    expect(await sns.check({ ...message, SignatureVersion: "2" }, deadline)).toBe("forged");
  });
});

describe("the words of a message", () => {
  it("has its subject signed", async () => {
    const { sns } = open();
    const message = snsMessage({ at, Subject: "ALARM" });
    const { Subject, ...without } = message;
    expect(Subject).toBe("ALARM");
    expect(await sns.check(message, deadline)).toBe("signed");
    expect(await sns.check(without, deadline)).toBe("forged");
    expect(await sns.check({ ...message, Subject: "OK" }, deadline)).toBe("forged");
  });

  it.each(["Token", "SubscribeURL"] as const)("has %s of a subscription signed", async (name) => {
    const { sns } = open();
    const message = snsMessage({ at, Type: "SubscriptionConfirmation" });
    expect(await sns.check({ ...message, [name]: `${message[name]}0` }, deadline)).toBe("forged");
  });

  it.each(["", "AAAA", "not base64!"])("is not proved by the signature %j", async (Signature) => {
    const { sns } = open();
    expect(await sns.check({ ...snsMessage({ at }), Signature }, deadline)).toBe("forged");
  });
});

describe("the certificate", () => {
  it("is fetched once", async () => {
    const { aws, sns } = open();
    await sns.check(snsMessage({ at }), deadline);
    await sns.check(snsMessage({ at, Message: "another" }), deadline);
    expect(aws.asked).toEqual([certificateUrl]);
  });

  it.each<[string, Got, "unavailable" | "forged"]>([
    ["nothing", { kind: "lost" }, "unavailable"],
    ["500", { kind: "answer", status: 500, text: "" }, "unavailable"],
    ["429", { kind: "answer", status: 429, text: "" }, "unavailable"],
    ["something else", { kind: "answer", status: 200, text: "<html>" }, "unavailable"],
    ["403", { kind: "answer", status: 403, text: "" }, "forged"],
    ["302", { kind: "answer", status: 302, text: "" }, "forged"],
  ])("answered with %s is not kept", async (_, got, outcome) => {
    const { aws, sns } = open();
    aws.say(got);
    expect(await sns.check(snsMessage({ at }), deadline)).toBe(outcome);
    aws.say(undefined);
    expect(await sns.check(snsMessage({ at }), deadline)).toBe("signed");
  });
});

describe("a subscription", () => {
  const url = snsMessage({ at, Type: "SubscriptionConfirmation" }).SubscribeURL ?? "";

  it("is confirmed by its address", async () => {
    const { aws, sns } = open();
    expect(await sns.confirm(url, deadline)).toBe(true);
    expect(aws.asked).toEqual([url]);
  });

  it.each<Got>([
    { kind: "lost" },
    { kind: "answer", status: 400, text: "" },
    { kind: "answer", status: 301, text: "" },
  ])("is not by %j", async (got) => {
    const { aws, sns } = open();
    aws.say(got);
    expect(await sns.confirm(url, deadline)).toBe(false);
  });
});

it("waits no longer than there is time", async () => {
  const waits: number[] = [];
  const sns = createSns({
    now: () => at.getTime(),
    get: (_, timeoutMs) => {
      waits.push(timeoutMs);
      return Promise.resolve({ kind: "lost" });
    },
  });
  for (const left of [60_000, 700, -5]) await sns.confirm("https://sns.eu-west-1.amazonaws.com/", at.getTime() + left);
  expect(waits).toEqual([3_000, 700, 1]);
});

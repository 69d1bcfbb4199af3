import { describe, expect, it } from "vitest";
import { readTopic } from "../../lib/model/topic.ts";
import { readSnsMessage } from "../../lib/verify/sns.ts";
import { inboundOf } from "../support/inbound.ts";
import { certificateUrl, headersOf, host, snsMessage, topic } from "../support/sns/sign-sns.ts";

const at = new Date("2026-11-21T20:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const notification = snsMessage({ at, Subject: "磁盘满" });
const subscription = snsMessage({ at, Type: "SubscriptionConfirmation" });

const read = (message: object, change: { readonly topics?: readonly string[]; readonly at?: Date } = {}) =>
  readSnsMessage(
    inboundOf({ headers: headersOf(notification), body: JSON.stringify(message), at: change.at ?? at }),
    change.topics ?? [topic],
  );

const refused = (words: string) => ({
  refusal: "unauthorized",
  message: expect.stringMatching(new RegExp(`^sns: .*${words}.* · sns：.*\\p{Script=Han}`, "su")),
});

describe("what SNS may have signed for the route's topic", () => {
  it("is read, and of the rest nothing", () => {
    const { UnsubscribeURL, ...signed } = notification;
    expect(UnsubscribeURL).toContain("Unsubscribe");
    expect(read(notification)).toEqual(signed);
    expect(read({ ...notification, Token: "x", SubscribeURL: `${host}/`, MessageAttributes: {} })).toEqual(signed);
  });

  it("may have no subject", () => {
    const { Subject, ...none } = notification;
    expect(Subject).toBe("磁盘满");
    expect(read({ ...none, Subject: null })).toEqual(read(none));
    expect(read(none)).not.toHaveProperty("Subject");
  });

  it("has no subject where it is of a subscription, since that is not signed there", () => {
    expect(read({ ...subscription, Subject: "forged" })).not.toHaveProperty("Subject");
    expect(read(subscription)).toMatchObject({ Token: subscription.Token, SubscribeURL: subscription.SubscribeURL });
  });

  it("is of any of the route's topics", () => {
    expect(read(notification, { topics: [`${topic}-2`, topic] })).toHaveProperty("MessageId");
  });

  it("is taken for the hour in which SNS tries", () => {
    for (const minutes of [-65, -1, 0, 64, 65])
      expect(read(notification, { at: later(minutes) })).toHaveProperty("MessageId");
  });
});

describe("refused", () => {
  it.each<[string, object, string]>([
    ["a message without its envelope", { AlarmName: "raw" }, "raw message delivery"],
    ["no signature", { ...notification, Signature: undefined }, "raw message delivery"],
    ["a signature in digits of another kind", { ...notification, Signature: "é".repeat(60) }, "body.Signature"],
    ["another topic", { ...notification, TopicArn: `${topic}-2` }, "none of the route's topics"],
    [
      "another account's topic",
      { ...notification, TopicArn: topic.replace("123456789012", "210987654321") },
      "none of",
    ],
    ["no topic", { ...notification, TopicArn: undefined }, "none of the route's topics"],
    ["a topic in a list", { ...notification, TopicArn: [topic] }, "none of the route's topics"],
    ["another kind", { ...notification, Type: "Notification " }, "body.Type"],
    ["an id of two lines", { ...notification, MessageId: "a\nSubject\nb" }, "body.MessageId"],
    ["no id", { ...notification, MessageId: "" }, "body.MessageId"],
    ["a subject of two lines", { ...notification, Subject: "a\nTimestamp\nb" }, "body.Subject"],
    ["a subject that is none", { ...notification, Subject: ["a"] }, "body.Subject"],
    ["a message that is none", { ...notification, Message: { a: 1 } }, "body.Message"],
    ["a time in other words", { ...notification, Timestamp: "yesterday" }, "body.Timestamp"],
    ["a time that is none", { ...notification, Timestamp: "2026-99-99T00:00:00Z" }, "body.Timestamp"],
    ["another version", { ...notification, SignatureVersion: "3" }, "body.SignatureVersion"],
    ["a version that is a number", { ...notification, SignatureVersion: 1 }, "body.SignatureVersion"],
    ["no token", { ...subscription, Token: "" }, "body.Token"],
    ["a token of two lines", { ...subscription, Token: "a\nb" }, "body.Token"],
  ])("%s", (_, message, words) => expect(read(message)).toEqual(refused(words)));

  it.each([
    certificateUrl.replace("https:", "http:"),
    certificateUrl.replace("eu-west-1", "us-east-1"),
    certificateUrl.replace("sns.", "sns.s3-"),
    certificateUrl.replace("amazonaws.com", "amazonaws.com.cn"),
    certificateUrl.replace("amazonaws.com", "amazonaws.com.evil.example"),
    certificateUrl.replace("sns.eu", "evil.example/sns.eu"),
    certificateUrl.replace("https://", "https://evil.example@"),
    certificateUrl.replace("https://", "https://user:pass@"),
    certificateUrl.replace(".com/", ".com:8443/"),
    certificateUrl.replace(".com/", ".com:443/"),
    certificateUrl.replace(".com/", ".com./"),
    certificateUrl.replace(".com/", ".com/../"),
    certificateUrl.replace(".com/", ".com/x/"),
    certificateUrl.replace(".com/", ".com\\"),
    certificateUrl.replace("SimpleNotificationService", "Other"),
    certificateUrl.replace(".pem", ".pem.txt"),
    certificateUrl.toUpperCase(),
    `${certificateUrl} `,
    "",
    `${certificateUrl}?`,
    `${certificateUrl}?again=1`,
    `${certificateUrl}#again`,
  ])("a certificate at %j", (SigningCertURL) => {
    expect(read({ ...notification, SigningCertURL })).toEqual(refused("body.SigningCertURL"));
  });

  it.each([
    "https://evil.example/?Action=ConfirmSubscription",
    "http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription",
    "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription",
    "https://sns.eu-west-1.amazonaws.com@evil.example/?Action=ConfirmSubscription",
    "https://sns.eu-west-1.amazonaws.com.evil.example/",
    "https://sns.eu-west-1.amazonaws.com:8443/",
    "https://sns.eu-west-1.amazonaws.com/elsewhere?Action=ConfirmSubscription",
    "http://169.254.169.254/latest/meta-data/",
    "",
  ])("a subscription that is confirmed at %j", (SubscribeURL) => {
    expect(read({ ...subscription, SubscribeURL })).toEqual(refused("body.SubscribeURL"));
  });

  it("what was recorded, and what is of a time to come", () => {
    for (const minutes of [-66, 66, 100_000])
      expect(read(notification, { at: later(minutes) })).toEqual(refused("stale"));
  });

  it("all, where the route has no topic", () => {
    expect(read(notification, { topics: [] })).toEqual(refused("none of the route's topics"));
    expect(read({ ...notification, TopicArn: "x" }, { topics: ["x"] })).toEqual(refused("none of the route's topics"));
  });

  it.each(["", "not JSON", "[]", "null", "{", "a=b"])("the body %j", (body) => {
    expect(readSnsMessage(inboundOf({ body, at }), [topic])).toEqual(refused("no signature"));
  });

  it("a signed message in parts, which is not how it would be told", () => {
    const parts = Object.entries(notification).map(
      ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const inbound = inboundOf({ headers, body: `${parts.join("")}--b--\r\n`, at });
    expect(readSnsMessage(inbound, [topic])).toEqual(refused("no signature"));
  });

  it("nothing by words of the request", () => {
    const message = read({ ...notification, Subject: "a\nsecret-word", Message: "secret-word" });
    expect(JSON.stringify(message)).not.toContain("secret-word");
  });
});

describe("topics", () => {
  it.each([
    [topic, "sns.eu-west-1.amazonaws.com"],
    ["arn:aws-cn:sns:cn-north-1:123456789012:alarms", "sns.cn-north-1.amazonaws.com.cn"],
    ["arn:aws-us-gov:sns:us-gov-west-1:123456789012:a_b-C", "sns.us-gov-west-1.amazonaws.com"],
    ["arn:aws:sns:ap-southeast-2:123456789012:x", "sns.ap-southeast-2.amazonaws.com"],
  ])("%s has its certificates at %s", (arn, host) => expect(readTopic(arn)?.host).toBe(host));

  it.each([
    "",
    "alarms",
    `${topic}.fifo`,
    `${topic}:c9135db0-26c4-47ec-8998-413945fb5a96`,
    topic.replace("sns", "sqs"),
    topic.replace("arn:aws:", "arn:aws-other:"),
    topic.replace("eu-west-1", "s3-eu-west-1/"),
    topic.replace("eu-west-1", "evil"),
    topic.replace("123456789012", "1"),
    `${topic}\n`,
  ])("%j is the ARN of none that delivers to an address", (arn) => expect(readTopic(arn)).toBeUndefined());
});

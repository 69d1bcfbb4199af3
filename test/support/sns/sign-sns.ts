import { createSign } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SnsMessage } from "../../../lib/model/sns-message.ts";

/**
 * Of nobody: `openssl req -x509 -newkey rsa:2048 -nodes -days 36500 -subj "/CN=sns.eu-west-1.amazonaws.com" -addext
 * "subjectAltName=DNS:sns.eu-west-1.amazonaws.com"` made both for these tests.
 */
const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const certificate = read("certificate.pem");
export const key = read("key.pem");

export const host = "https://sns.eu-west-1.amazonaws.com";
export const topic = "arn:aws:sns:eu-west-1:123456789012:alarms";
export const certificateUrl = `${host}/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem`;

/** The names that are signed of each kind of message, in their order (docs.aws.amazon.com/sns, "Verifying the signatures"). */
const signed = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const satisfies Record<SnsMessage["Type"], readonly (keyof SnsMessage)[]>;

/** A message as SNS posts it; what is not said is as usual. */
export type Said = Partial<SnsMessage> & { readonly at: Date };

const subscription = {
  Token: "2336412f37fb687f5d51e6e2425c464de1",
  Message: "You have chosen to subscribe to the topic.",
  SubscribeURL: `${host}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=2336412f37fb687f5d51e6e2425c464de1`,
};

/** A message of SNS, signed. */
export function snsMessage({ at, ...said }: Said): SnsMessage & { readonly UnsubscribeURL: string } {
  const { Type = "Notification" } = said;
  const message = {
    Type,
    MessageId: "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
    TopicArn: topic,
    Message: "Hello from SNS",
    ...(Type !== "Notification" && subscription),
    Timestamp: at.toISOString(),
    SignatureVersion: "2" as const,
    SigningCertURL: certificateUrl,
    ...said,
  };
  const text = signed[Type]
    .flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`]))
    .join("");
  const algorithm = message.SignatureVersion === "1" ? "sha1WithRSAEncryption" : "sha256WithRSAEncryption";
  const Signature = createSign(algorithm).update(text, "utf8").sign(key, "base64");
  return { ...message, Signature, UnsubscribeURL: `${host}/?Action=Unsubscribe&SubscriptionArn=${topic}:c9135db0` };
}

/** The header by which SNS tells its messages apart, and its content type. */
export const headersOf = ({ Type }: Pick<SnsMessage, "Type">): Record<string, string> => ({
  "content-type": "text/plain; charset=UTF-8",
  "x-amz-sns-message-type": Type,
});

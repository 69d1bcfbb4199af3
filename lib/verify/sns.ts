import { minute } from "../base/time.ts";
import { topFields } from "../base/top-fields.ts";
import type { Inbound } from "../model/inbound.ts";
import { type Refusal, refuse } from "../model/refusal.ts";
import { type SnsMessage, snsTypes } from "../model/sns-message.ts";
import { readTopic, type Topic } from "../model/topic.ts";

/** In bytes: a message has 256 KiB at most, and its escapes in JSON twice as many. */
const maxBytes = 1_024 * 1_024;

/** SNS tries to deliver a message for an hour at most (docs.aws.amazon.com/sns, "message delivery retries"); clocks may differ. */
const tolerance = 65 * minute;

const certificates = /^\/SimpleNotificationService-[A-Za-z0-9]{32}\.pem$/;

/** Each on one line, so that no other fields have the same signed text. */
const shapes = {
  MessageId: /^[A-Za-z0-9-]{1,100}$/,
  Timestamp: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/,
  Token: /^[A-Za-z0-9+/=_-]{1,2000}$/,
  Signature: /^[A-Za-z0-9+/]{40,2000}={0,2}$/,
  SignatureVersion: /^[12]$/,
} as const;

const no = (en: string, zh: string): Refusal => refuse("unauthorized", `sns: ${en}`, `sns：${zh}`);

const malformed = (name: string): Refusal =>
  no(
    `body.${name} is missing or malformed: only messages as SNS signs them are taken`,
    `body.${name} 没有或格式不对：只收 SNS 签了名的消息`,
  );

/**
 * What a request brings of a message that SNS may have signed for one of the topics, fresh, with addresses that lead to the topic's own
 * host; or why not. The signature is still to be checked, by a certificate from there.
 */
export function readSnsMessage(inbound: Inbound, topics: readonly string[]): SnsMessage | Refusal {
  const fields = topFields(inbound, maxBytes);
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === "string" ? value : undefined;
  };
  if (text("Signature") === undefined)
    return no(
      "no signature in the body: is raw message delivery on? Turn it off at the subscription, or use source generic",
      "正文里没有签名：是不是开了 raw message delivery？请在订阅里关掉，或改用 source generic",
    );
  const topic = readTopic(text("TopicArn") ?? "");
  if (!topic || !topics.includes(topic.arn))
    return no("body.TopicArn is none of the route's topics", "body.TopicArn 不是这条路由的 topic");
  const Type = snsTypes.find((type) => type === text("Type"));
  if (!Type) return malformed("Type");
  for (const name of Object.keys(shapes) as (keyof typeof shapes)[])
    if ((name !== "Token" || Type !== "Notification") && !shapes[name].test(text(name) ?? "")) return malformed(name);
  const rest = Type === "Notification" ? readSubject(fields.get("Subject")) : readSubscription(topic, text);
  if ("refusal" in rest) return rest;
  const message = text("Message");
  if (message === undefined) return malformed("Message");
  const SigningCertURL = text("SigningCertURL") ?? "";
  if (!isAt(topic, SigningCertURL, certificates)) return malformed("SigningCertURL");
  const Timestamp = text("Timestamp") ?? "";
  const age = Math.abs(inbound.at.getTime() - Date.parse(Timestamp)) / minute;
  if (!(age <= tolerance / minute))
    return no(
      `stale: body.Timestamp is ${Math.round(age)} min away from the relay's clock, ${tolerance / minute} min are allowed`,
      `过期：body.Timestamp 和中继的时钟差 ${Math.round(age)} 分钟，最多允许 ${tolerance / minute} 分钟`,
    );
  return {
    Type,
    MessageId: text("MessageId") ?? "",
    TopicArn: topic.arn,
    Message: message,
    Timestamp,
    ...rest,
    SignatureVersion: text("SignatureVersion") === "1" ? "1" : "2",
    Signature: text("Signature") ?? "",
    SigningCertURL,
  };
}

function readSubject(subject: unknown): Pick<SnsMessage, "Subject"> | Refusal {
  if (subject === undefined || subject === null) return {};
  return typeof subject === "string" && !/[\r\n]/.test(subject) ? { Subject: subject } : malformed("Subject");
}

function readSubscription(
  topic: Topic,
  text: (name: string) => string | undefined,
): Pick<SnsMessage, "Token" | "SubscribeURL"> | Refusal {
  const SubscribeURL = text("SubscribeURL") ?? "";
  return isAt(topic, SubscribeURL, /^\/$/) ? { Token: text("Token") ?? "", SubscribeURL } : malformed("SubscribeURL");
}

/** Whether an address is of the topic's own host, by https and as it is written: nothing in it may be read in two ways. */
function isAt({ host }: Topic, text: string, path: RegExp): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    url.href === text &&
    url.origin === `https://${host}` &&
    url.username === "" &&
    url.password === "" &&
    path.test(url.pathname)
  );
}

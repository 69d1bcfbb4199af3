import { minute } from "../base/time.ts";
import { topFields } from "../base/top-fields.ts";
import type { Inbound } from "../model/inbound.ts";
import { isRefusal, type Refusal, refuse } from "../model/refusal.ts";
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
  Signature: /^[A-Za-z0-9+/]{40,2000}={0,2}$/,
  SignatureVersion: /^[12]$/,
} as const;

const no = (en: string, zh: string): Refusal => refuse("unauthorized", `sns: ${en}`, `sns：${zh}`);

const malformed = (name: string): Refusal =>
  no(
    `body.${name} is missing or malformed: only messages as SNS signs them are taken`,
    `body.${name} 没有或格式不对：只收 SNS 签了名的消息`,
  );

const unsigned = no(
  "no signature in the body: is raw message delivery on? Turn it off at the subscription, or use source generic",
  "正文里没有签名：是不是开了 raw message delivery？请在订阅里关掉，或改用 source generic",
);

const otherTopic = no("body.TopicArn is none of the route's topics", "body.TopicArn 不是这条路由的 topic");

/** The text of a member; empty where there is none. */
type TextOf = (name: string) => string;

/**
 * What a request brings of a message that SNS may have signed for one of the topics, fresh, with addresses that lead to the topic's own
 * host; or why not. The signature is still to be checked, by a certificate from there.
 */
export function readSnsMessage(inbound: Inbound, topics: readonly string[]): SnsMessage | Refusal {
  // As what tells the message reads it: JSON, whatever it is called.
  const fields = topFields({ body: inbound.body, headers: {} }, maxBytes);
  const text: TextOf = (name) => {
    const value = fields.get(name);
    return typeof value === "string" ? value : "";
  };
  if (text("Signature") === "") return unsigned;
  const topic = topics.includes(text("TopicArn")) ? readTopic(text("TopicArn")) : undefined;
  if (!topic) return otherTopic;
  const Type = snsTypes.find((type) => type === text("Type"));
  if (!Type) return malformed("Type");
  const rest = Type === "Notification" ? readSubject(fields.get("Subject")) : readSubscription(topic, text);
  const fault = findFault(topic, text, fields) ?? findStale(text("Timestamp"), inbound.at);
  if (fault) return fault;
  if (isRefusal(rest)) return rest;
  return {
    Type,
    MessageId: text("MessageId"),
    TopicArn: topic.arn,
    Message: text("Message"),
    Timestamp: text("Timestamp"),
    ...rest,
    SignatureVersion: text("SignatureVersion") === "1" ? "1" : "2",
    Signature: text("Signature"),
    SigningCertURL: text("SigningCertURL"),
  };
}

function findFault(topic: Topic, text: TextOf, fields: ReadonlyMap<string, unknown>): Refusal | undefined {
  const wrong = Object.entries(shapes).find(([name, shape]) => !shape.test(text(name)))?.[0];
  if (wrong !== undefined) return malformed(wrong);
  if (typeof fields.get("Message") !== "string") return malformed("Message");
  const url = text("SigningCertURL");
  // With a query of anybody's choice one certificate would have as many addresses as one likes, each to be asked for.
  return isAt(topic, url, certificates) && !/[?#]/.test(url) ? undefined : malformed("SigningCertURL");
}

function findStale(timestamp: string, now: Date): Refusal | undefined {
  const age = Math.abs(now.getTime() - Date.parse(timestamp));
  if (age <= tolerance) return undefined;
  if (Number.isNaN(age)) return malformed("Timestamp");
  const [minutes, allowed] = [Math.round(age / minute), tolerance / minute];
  return no(
    `stale: body.Timestamp is ${minutes} min away from the relay's clock, ${allowed} min are allowed`,
    `过期：body.Timestamp 和中继的时钟差 ${minutes} 分钟，最多允许 ${allowed} 分钟`,
  );
}

function readSubject(subject: unknown): Pick<SnsMessage, "Subject"> | Refusal {
  if (subject === undefined || subject === null) return {};
  return typeof subject === "string" && !/[\r\n]/.test(subject) ? { Subject: subject } : malformed("Subject");
}

const tokens = /^[A-Za-z0-9+/=_-]{1,2000}$/;

function readSubscription(topic: Topic, text: TextOf): Pick<SnsMessage, "Token" | "SubscribeURL"> | Refusal {
  const [Token, SubscribeURL] = [text("Token"), text("SubscribeURL")];
  if (!tokens.test(Token)) return malformed("Token");
  return isAt(topic, SubscribeURL, /^\/$/) ? { Token, SubscribeURL } : malformed("SubscribeURL");
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

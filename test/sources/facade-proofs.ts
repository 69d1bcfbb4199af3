import { createHmac } from "node:crypto";
import { expect } from "vitest";

/** A request to a host, made with a secret (or without): `path` from the root, where `ops` is the route's id. */
export type Shaped = {
  readonly path: string;
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Fields of the body beside the table's own. */
  readonly fields?: Readonly<Record<string, unknown>>;
};

/** A status with the words beside it, or what is to match them. */
type Refused = { readonly status: number; readonly text: unknown };

type Proofs = {
  /** Each way in which clients of the dialect carry a secret. */
  readonly ways: Readonly<Record<string, (secret: string) => Shaped>>;
  /** Requests with a signature by the right secret that is too old, or too far ahead: also one that once passed and is sent again. */
  readonly stale?: Readonly<Record<string, (secret: string) => Shaped>>;
  readonly body: object;
  /** What whoever has no secret is answered, in the vendor's words. */
  readonly refused: Refused;
  /** The same for a request that brings none, where the vendor tells these apart. */
  readonly missing?: Refused;
};

const segment = (secret: string): Shaped => ({ path: `/ops/${secret}` });
const query = (secret: string): Shaped => ({ path: "/ops", query: { key: secret } });

/** What the clock says in the tests, ms of the epoch. */
const now = Date.parse("2026-11-21T20:00:00Z");
const minute = 60_000;

/** DingTalk's signature, made so long (ms) before now. */
function dingtalkSign(secret: string, age: number): Readonly<Record<"timestamp" | "sign", string>> {
  const timestamp = String(now - age);
  return { timestamp, sign: createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64") };
}

/** Feishu's, which is in the body, and whose time is in seconds. */
function feishuSign(secret: string, age: number): Readonly<Record<"timestamp" | "sign", string>> {
  const timestamp = String(Math.floor((now - age) / 1_000));
  return { timestamp, sign: createHmac("sha256", `${timestamp}\n${secret}`).digest("base64") };
}
/** As ntfy's web app puts a whole header into a query. */
const unpadded = (header: string): string => btoa(header).replace(/=+$/, "");

/** OneBot's words, with the relay's own for why. */
const onebot = (status: number, retcode: number) => ({
  status,
  text: expect.stringMatching(
    new RegExp(`^{"status":"failed","retcode":${retcode},"data":null,"message":".+","wording":".+"}$`),
  ),
});

const slack = { status: 403, text: "invalid_token" } as const;

/** How requests of each façade prove themselves, and how they are refused that do not. A façade more is an entry more. */
export const proofs: Readonly<Record<string, Proofs>> = {
  slack: {
    ways: {
      segment,
      query,
      token: (secret) => ({ path: "/ops", query: { token: secret } }),
      "Slack's own path": (secret) => ({ path: `/ops/services/T0/B0/${secret}` }),
      "a short one": (secret) => ({ path: `/ops/services/${secret}` }),
      "Jenkins, whose base is the route": (secret) => ({ path: `/ops/T0/B0/${secret}` }),
    },
    body: { text: "up" },
    refused: slack,
  },
  mattermost: {
    ways: {
      segment,
      query,
      hooks: (secret) => ({ path: `/ops/hooks/${secret}` }),
      "a bot's token": (secret) => ({ path: "/ops/api/v4/posts", headers: { authorization: `Bearer ${secret}` } }),
      "the root of the host": (secret) => ({ path: `/hooks/ops.${secret}` }),
    },
    body: { text: "up" },
    refused: slack,
  },
  rocketchat: {
    ways: {
      segment,
      query,
      hooks: (secret) => ({ path: `/ops/hooks/${secret}` }),
      "hooks of two parts": (secret) => ({ path: `/ops/hooks/any/${secret}` }),
      "the root of the host": (secret) => ({ path: `/hooks/ops.${secret}` }),
      "the root, in two parts": (secret) => ({ path: `/hooks/ops/${secret}` }),
    },
    body: { text: "up" },
    refused: { status: 403, text: '{"success":false,"error":"invalid_token"}' },
  },
  discord: {
    ways: {
      segment,
      query,
      "before an ending": (secret) => ({ path: `/ops/${secret}/slack` }),
      "Discord's own path": (secret) => ({ path: `/ops/api/webhooks/1/${secret}` }),
      "of a version": (secret) => ({ path: `/ops/api/v10/webhooks/1/${secret}/github` }),
      "discord.js, whose base is the route": (secret) => ({ path: `/ops/v10/webhooks/1/${secret}` }),
      "a look at the webhook": (secret) => ({ path: `/ops/${secret}`, method: "GET" }),
    },
    body: { content: "up" },
    refused: { status: 401, text: '{"message":"Invalid Webhook Token","code":50027}' },
  },
  dingtalk: {
    ways: {
      segment,
      query,
      token: (secret) => ({ path: "/ops", query: { access_token: secret } }),
      "DingTalk's own path": (secret) => ({ path: "/ops/robot/send", query: { access_token: secret } }),
      "a signature": (secret) => ({ path: "/ops/robot/send", query: dingtalkSign(secret, 0) }),
      "a signature of almost an hour": (secret) => ({ path: "/ops", query: dingtalkSign(secret, 59 * minute) }),
      "a signature that was encoded twice": (secret) => {
        const { sign, timestamp } = dingtalkSign(secret, 0);
        return { path: "/ops", query: { timestamp, sign: encodeURIComponent(sign) } };
      },
      "a segment, with a signature behind it as of a query": (secret) => ({
        path: `/ops/${secret}&timestamp=${now}&sign=any%3D`,
      }),
      "a token beside a wrong signature": (secret) => ({
        path: "/ops",
        query: { access_token: secret, ...dingtalkSign("", 0) },
      }),
    },
    stale: {
      "an hour and a minute ago": (secret) => ({ path: "/ops", query: dingtalkSign(secret, 61 * minute) }),
      "an hour and a minute ahead": (secret) => ({ path: "/ops", query: dingtalkSign(secret, -61 * minute) }),
      "a signature of another moment": (secret) => ({
        path: "/ops",
        query: { ...dingtalkSign(secret, 61 * minute), timestamp: String(now) },
      }),
      "no moment": (secret) => ({ path: "/ops", query: { sign: dingtalkSign(secret, 0).sign } }),
    },
    body: { msgtype: "text", text: { content: "up" } },
    refused: { status: 200, text: '{"errcode":310000,"errmsg":"sign not match"}' },
  },
  feishu: {
    ways: {
      segment,
      query,
      "Feishu's own path": (secret) => ({ path: `/ops/open-apis/bot/v2/hook/${secret}` }),
      "of the first version": (secret) => ({ path: `/ops/open-apis/bot/hook/${secret}` }),
      "a flow's": (secret) => ({ path: `/ops/flow/api/trigger-webhook/${secret}` }),
      "a signature": (secret) => ({ path: "/ops", fields: feishuSign(secret, 0) }),
      "a signature whose moment is a number": (secret) => {
        const { sign, timestamp } = feishuSign(secret, 59 * minute);
        return { path: "/ops/open-apis/bot/v2/hook/any", fields: { sign, timestamp: Number(timestamp) } };
      },
      "a token beside a wrong signature": (secret) => ({ path: `/ops/${secret}`, fields: feishuSign("", 0) }),
    },
    stale: {
      "an hour and a minute ago": (secret) => ({ path: "/ops", fields: feishuSign(secret, 61 * minute) }),
      "an hour and a minute ahead": (secret) => ({ path: "/ops", fields: feishuSign(secret, -61 * minute) }),
      "a signature of another moment": (secret) => ({
        path: "/ops",
        fields: { ...feishuSign(secret, 61 * minute), timestamp: String(now / 1_000) },
      }),
      "no moment": (secret) => ({ path: "/ops", fields: { sign: feishuSign(secret, 0).sign } }),
      "DingTalk's signature": (secret) => ({ path: "/ops", query: dingtalkSign(secret, 0) }),
    },
    body: { msg_type: "text", content: { text: "up" } },
    refused: {
      status: 200,
      text: '{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time","data":{}}',
    },
  },
  wecom: {
    ways: {
      segment,
      query,
      "WeCom's own path": (secret) => ({ path: "/ops/cgi-bin/webhook/send", query: { key: secret } }),
      "the upload of a file": (secret) => ({ path: "/ops/cgi-bin/webhook/upload_media", query: { key: secret } }),
    },
    body: { msgtype: "text", text: { content: "up" } },
    refused: { status: 200, text: '{"errcode":93000,"errmsg":"invalid webhook url"}' },
  },
  onebot: {
    ways: {
      "a segment before the action": (secret) => ({ path: `/ops/${secret}/send_group_msg` }),
      "a segment alone": segment,
      query,
      "access_token in a GET": (secret) => ({ path: "/ops/send_msg/", method: "GET", query: { access_token: secret } }),
      bearer: (secret) => ({ path: "/ops/send_private_msg_async", headers: { authorization: `Bearer ${secret}` } }),
      "bearer, of a forward": (secret) => ({
        path: "/ops/send_group_forward_msg",
        headers: { authorization: `Bearer ${secret}` },
      }),
      "a look at who it is": (secret) => ({
        path: "/ops/get_login_info",
        method: "GET",
        query: { access_token: secret },
      }),
    },
    body: { group_id: 10_001, message: "up" },
    refused: onebot(403, 1403),
    missing: onebot(401, 1401),
  },
  telegram: {
    ways: {
      segment,
      query,
      "the bot's token": (secret) => ({ path: `/ops/bot${secret}/sendMessage` }),
      "a token with a number": (secret) => ({ path: `/ops/bot123456:${secret}/sendMessage` }),
      "a token in a GET": (secret) => ({ path: `/ops/bot${secret}/getMe`, method: "GET" }),
      "a token alone": (secret) => ({ path: `/ops/bot${secret}` }),
      "a segment before another bot's token": (secret) => ({ path: `/ops/${secret}/bot1:any/sendMessage` }),
      "a segment before the method": (secret) => ({ path: `/ops/${secret}/sendmessage` }),
    },
    body: { chat_id: 1001, text: "up" },
    refused: { status: 401, text: '{"ok":false,"error_code":401,"description":"Unauthorized"}' },
  },
  bark: {
    ways: {
      segment,
      query,
      "before the words": (secret) => ({ path: `/ops/${secret}/title/body`, method: "GET" }),
      "before three words": (secret) => ({ path: `/ops/${secret}/title/subtitle/body` }),
      "before /push": (secret) => ({ path: `/ops/${secret}/push` }),
      device_key: (secret) => ({ path: "/ops/push", fields: { device_key: secret, body: "up" } }),
      device_keys: (secret) => ({ path: "/ops/push", fields: { device_keys: ["a", secret], body: "up" } }),
      "device_keys in one text": (secret) => ({
        path: "/ops/push",
        fields: { device_keys: `a,${secret}`, body: "up" },
      }),
      "device_key in the query": (secret) => ({ path: "/ops/push", query: { device_key: secret } }),
      "the root of the host": (secret) => ({ path: "/push", fields: { device_key: `ops.${secret}`, body: "up" } }),
      "the root, by device_keys": (secret) => ({ path: "/push", fields: { device_keys: `ops.${secret}`, body: "up" } }),
      "the root, in the query": (secret) => ({ path: "/push", query: { device_key: `ops.${secret}` } }),
      "the root, in the path": (secret) => ({ path: `/ops.${secret}` }),
      "the root, before the words": (secret) => ({ path: `/ops.${secret}/title/subtitle/body`, method: "GET" }),
    },
    body: { body: "up" },
    refused: { status: 400, text: '{"code":400,"message":"failed to get device token","timestamp":1795291200}' },
  },
  serverchan: {
    ways: {
      segment,
      query,
      Turbo: (secret) => ({ path: `/ops/${secret}.send`, method: "GET" }),
      "Turbo, behind the address with its secret": (secret) => ({ path: `/ops/${secret}/SCT1.send` }),
      "the third edition": (secret) => ({ path: `/ops/send/${secret}.send` }),
      "the third edition, without an ending": (secret) => ({ path: `/ops/send/${secret}`, method: "GET" }),
    },
    body: { title: "up" },
    refused: { status: 400, text: '{"message":"[AUTH]错误的Key","code":40001,"info":"错误的Key","args":[null]}' },
  },
  pushdeer: {
    ways: {
      segment,
      query,
      "before its path": (secret) => ({ path: `/ops/${secret}/message/push` }),
      pushkey: (secret) => ({ path: "/ops/message/push", fields: { pushkey: secret, text: "up" } }),
      "one of several": (secret) => ({ path: "/ops/message/push", fields: { pushkey: `a,${secret}`, text: "up" } }),
      "pushkey in the query": (secret) => ({ path: "/ops/message/push", method: "GET", query: { pushkey: secret } }),
      "the root of the host": (secret) => ({ path: "/message/push", fields: { pushkey: `ops.${secret}`, text: "up" } }),
      "the root, in the query": (secret) => ({ path: "/message/push", query: { pushkey: `ops.${secret}` } }),
      "the root, right behind the route": (secret) => ({ path: "/message/push", query: { pushkey: `ops${secret}` } }),
    },
    body: { text: "up" },
    refused: { status: 401, text: '{"code":80501,"error":"pushkey 无效"}' },
  },
  ntfy: {
    ways: {
      segment,
      query,
      "before a topic": (secret) => ({ path: `/ops/${secret}/dev` }),
      "before a topic that is called": (secret) => ({ path: `/ops/${secret}/dev/trigger`, method: "GET" }),
      "an upload": (secret) => ({ path: `/ops/${secret}`, method: "PUT" }),
      bearer: (secret) => ({ path: "/ops", headers: { authorization: `Bearer ${secret}` } }),
      basic: (secret) => ({ path: "/ops", headers: { authorization: `Basic ${btoa(`phil:${secret}`)}` } }),
      "?auth= of bearer": (secret) => ({
        path: "/ops/publish",
        method: "GET",
        query: { auth: unpadded(`Bearer ${secret}`) },
      }),
      "?auth= of basic": (secret) => ({ path: "/ops", query: { auth: unpadded(`Basic ${btoa(`:${secret}`)}`) } }),
      "the root of the host": (secret) => ({ path: "/", headers: { authorization: `Bearer ${secret}` } }),
    },
    body: { topic: "ops", message: "up" },
    refused: {
      status: 401,
      text: '{"code":40101,"http":401,"error":"unauthorized","link":"https://ntfy.sh/docs/publish/#authentication"}',
    },
  },
  apprise: {
    ways: {
      segment,
      query,
      "the key of the API server": (secret) => ({ path: `/ops/notify/${secret}` }),
      "before the API server's path": (secret) => ({ path: `/ops/${secret}/notify` }),
      "a password": (secret) => ({ path: "/ops", headers: { authorization: `Basic ${btoa(`me:${secret}`)}` } }),
      "a token, by PUT": (secret) => ({ path: "/ops", method: "PUT", headers: { authorization: `Bearer ${secret}` } }),
      "Home Assistant's token": (secret) => ({
        path: "/ops/api/services/persistent_notification/create",
        headers: { authorization: `Bearer ${secret}` },
      }),
    },
    body: { title: "", body: "up", type: "info" },
    refused: { status: 401, text: '{"error":"Unauthorized"}' },
  },
};

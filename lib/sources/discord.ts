import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Source } from "../model/source.ts";
import { showWebhook, tellRefused, tellTaken } from "./discord/answers.ts";

/** What clients put before the webhook's own address: nothing, or Discord's own path with or without a version. */
const addresses = ["", "webhooks/:id/:key", ":v/webhooks/:id/:key", "api/:v/webhooks/:id/:key"] as const;

const pathsOf = (address: string): readonly (readonly [path: string, methods: readonly Method[]])[] => [
  [address, ["GET", "POST"]],
  [`${address}/slack`, ["POST"]],
  [`${address}/github`, ["POST"]],
];

/** Discord's webhooks, with the endings for bodies of Slack's and of GitHub's. */
export const discord = {
  name: "discord",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: Object.fromEntries(addresses.flatMap(pathsOf)),
    proofs: [
      { kind: "key" },
      { kind: "segment", at: 2, after: "" },
      { kind: "segment", at: 3, after: "" },
      { kind: "segment", at: 4, after: "" },
    ],
    taken: tellTaken,
    refused: tellRefused,
    aside: showWebhook,
  },
  isMine: ({ method, path, query }, keys) =>
    /\/(?:slack|github)\/?$|\/webhooks\//.test(path) ||
    (method === "GET" &&
      /^(?:\/[^/]+){1,2}\/?$/.test(path) &&
      !/\/get\w+\/?$/i.test(path) &&
      Object.keys(query).every((name) => name === "key")) ||
    (["content", "embeds", "components", "payload_json"].some((name) => keys.has(name)) && !keys.has("msg_type")),
  load: async (inbound?: Inbound) =>
    inbound?.rest?.at(-1) === "github"
      ? (await import("./github/format.ts")).githubFormat
      : (await import("./discord/format.ts")).discordFormat,
} as const satisfies Source;

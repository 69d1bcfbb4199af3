import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { inJson, numberOf } from "./facade/answers.ts";
import { refusalStatus } from "../model/refusal.ts";

/** Gotify's server as its clients see it: `POST /message`. */
export const gotify = {
  name: "gotify",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": ["POST"], message: ["POST"] },
    proofs: [
      { kind: "key" },
      { kind: "query", name: "token" },
      { kind: "header", name: "X-Gotify-Key" },
      { kind: "bearer" },
    ],
    taken: (inbound, delivery) =>
      inJson(200, {
        id: numberOf(delivery),
        appid: 1,
        message: "",
        title: "",
        priority: 0,
        date: inbound.at.toISOString(),
      }),
    refused: ({ refusal, message }) => {
      const status = refusal === "invalid" ? 400 : refusalStatus[refusal];
      return inJson(status, { error: errors[status] ?? "Bad Request", errorCode: status, errorDescription: message });
    },
    roots: [
      { path: "message", named: { query: "token" } },
      { path: "message", named: { header: "X-Gotify-Key" } },
      { path: "message", named: { header: "Authorization" } },
    ],
  },
  // A topic is ntfy's, which has a priority too.
  isMine: ({ method, path, headers }, keys) =>
    headers["x-gotify-key"] !== undefined ||
    (method === "POST" && /.\/message\/?$/.test(path)) ||
    (keys.has("message") && keys.has("priority") && !keys.has("topic")),
  load: async () => (await import("./gotify/format.ts")).gotifyFormat,
} as const satisfies Source;

const errors: Readonly<Record<number, string>> = {
  401: "Unauthorized",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Request Entity Too Large",
};

import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Source } from "../model/source.ts";
import { tellRefused, tellTaken } from "./ntfy/answers.ts";

const body: readonly Method[] = ["POST", "PUT"];
const any: readonly Method[] = ["GET", "POST", "PUT"];

/** What may follow a topic, for clients that can call nothing but an address. */
const verbs = ["publish", "send", "trigger"] as const;

/** Headers that only its clients send; `Priority` is also a browser's (RFC 9218), and proves nothing. */
const headers = "title tags click markdown filename attach actions message delay icon priority"
  .split(" ")
  .flatMap((name) => (name === "priority" ? [`x-${name}`] : [name, `x-${name}`]));

/** Pushplus and Telegram have a `topic` or a chat of their own. */
const others = ["content", "token", "chat_id"];

/** ntfy's server as its publishers see it: `POST /<topic>`, `POST /` with the topic in JSON, `GET /<topic>/publish`. */
export const ntfy = {
  name: "ntfy",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": body,
      ":topic": body,
      ...Object.fromEntries(
        verbs.flatMap((verb) => [
          [verb, any],
          [`:topic/${verb}`, any],
        ]),
      ),
    },
    proofs: [{ kind: "key" }, { kind: "bearer" }, { kind: "basic" }, { kind: "authorization", name: "auth" }],
    taken: tellTaken,
    refused: tellRefused,
    roots: [
      { path: "", named: { field: "topic" }, as: "topic" },
      { path: ":key", as: "topic" },
      ...verbs.map((verb) => ({ path: `:key/${verb}`, as: "topic" as const })),
    ],
  },
  isMine: ({ method, path, headers: sent }, keys) =>
    method === "PUT" ||
    /(?:\/publish|\/trigger|(?<!\/robot|\/webhook)\/send)\/?$/.test(path) ||
    headers.some((name) => sent[name] !== undefined) ||
    (keys.has("topic") && !others.some((name) => keys.has(name))),
  load: async () => (await import("./ntfy/format.ts")).ntfyFormat,
} as const satisfies Source;

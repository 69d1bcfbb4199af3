import { second } from "../base/time.ts";
import type { Method } from "../model/dialect.ts";
import type { Source } from "../model/source.ts";
import { inJson } from "./facade/answers.ts";
import { refusalStatus } from "../model/refusal.ts";

const any: readonly Method[] = ["GET", "POST"];

/** What PushDeer's clients parse once more: the answer of its gateway, as JSON in a text. */
const sent = JSON.stringify({ counts: 1, logs: [], success: "ok" });

/** PushDeer's server: `/message/push` with `pushkey`. Apprise posts to the root of a host, a key of letters and digits. */
export const pushdeer = {
  name: "pushdeer",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": any, "message/push": any },
    proofs: [{ kind: "key" }, { kind: "list", name: "pushkey" }],
    taken: () => inJson(200, { code: 0, content: { result: [sent] } }),
    // PushDeer's own server tells its errors with 200, by which apprise, which reads the status alone, takes them for success.
    refused: ({ refusal, message }) =>
      inJson(refusal === "invalid" ? 400 : refusalStatus[refusal], {
        code: 80_501,
        error: refusal === "unauthorized" || refusal === "unknown-chat" ? "pushkey 无效" : message,
      }),
    roots: [
      { path: "message/push", named: { field: "pushkey" } },
      { path: "message/push", named: { query: "pushkey" } },
      { path: "message/push", named: { query: "pushkey" }, as: "joined" },
    ],
  },
  isMine: ({ path }, keys) => /\/message\/push\/?$/.test(path) || keys.has("pushkey"),
  load: async () => (await import("./pushdeer/format.ts")).pushdeerFormat,
} as const satisfies Source;

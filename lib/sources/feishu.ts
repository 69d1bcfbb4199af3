import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { inJson } from "./facade/answers.ts";
import { inRobotWords, type RobotCodes } from "./facade/robot-answers.ts";

const signFailed = "sign match fail or timestamp is not within one hour from current time";

/** Codes of open.feishu.cn, "Custom bots": 9499 is a body that is no message, 19001 an address that is no robot's. */
const codes = {
  "unknown-route": { code: 19_001, words: "param invalid: incoming webhook access token invalid" },
  "method-not-allowed": { code: 9_499, words: "Bad Request" },
  unauthorized: { code: 19_021, words: signFailed },
  unreadable: { code: 9_499, words: "Bad Request" },
  invalid: { code: 9_499, words: "Bad Request" },
  "too-large": { code: 9_499, words: "Bad Request" },
  "unknown-chat": { code: 230_002, words: "chat not found" },
} as const satisfies RobotCodes;

/** Before a robot's token stand the paths of both versions of its address, and that of a flow's trigger. */
const addresses = ["open-apis/bot/v2/hook", "open-apis/bot/hook", "flow/api/trigger-webhook"] as const;

/** Feishu's (Lark's) custom bots: `POST /open-apis/bot/v2/hook/<secret>`, or signed by the secret in the body. */
export const feishu = {
  name: "feishu",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": ["POST"],
      ...Object.fromEntries(
        addresses.flatMap((address) => [
          [address, ["POST"] as const],
          [`${address}/:key`, ["POST"] as const],
        ]),
      ),
    },
    proofs: [
      { kind: "key" },
      { kind: "segment", at: 3, after: "" },
      { kind: "segment", at: 4, after: "" },
      { kind: "sign", of: "feishu" },
    ],
    // Clients look for either code.
    taken: () => inJson(200, { code: 0, msg: "success", StatusCode: 0, StatusMessage: "success", data: {} }),
    refused: (refusal) => {
      const { code, words } = inRobotWords(codes, refusal);
      return inJson(200, { code, msg: words, data: {} });
    },
  },
  isMine: ({ path }, keys) => /\/open-apis\/bot\/|\/flow\/api\//.test(path) || keys.has("msg_type"),
  load: async () => (await import("./feishu/format.ts")).feishuFormat,
} as const satisfies Source;

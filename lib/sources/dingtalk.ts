import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { type RobotCodes, robotRefused, robotTook } from "./facade/robot-answers.ts";
import { hasRobotShape } from "./facade/robot-shape.ts";

/** Codes of open.dingtalk.com, "Global error codes" and "Custom robots"; 310000 is all that a robot says of its safety settings. */
const codes = {
  "unknown-route": { code: 404, words: "请求的URI地址不存在" },
  "method-not-allowed": { code: 43_002, words: "需要POST请求" },
  unauthorized: { code: 310_000, words: "sign not match" },
  unreadable: { code: 40_035, words: "不合法的参数" },
  invalid: { code: 40_035, words: "不合法的参数" },
  "too-large": { code: 40_035, words: "不合法的参数" },
  "unknown-chat": { code: 400_013, words: "chat not found" },
} as const satisfies RobotCodes;

/** DingTalk's custom robots: `POST /robot/send?access_token=<secret>`, or signed by the secret. */
export const dingtalk = {
  name: "dingtalk",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": ["POST"], "robot/send": ["POST"] },
    proofs: [{ kind: "key" }, { kind: "query", name: "access_token" }, { kind: "sign", of: "dingtalk" }],
    taken: robotTook,
    refused: robotRefused(codes),
  },
  isMine: (inbound, keys) => hasRobotShape("dingtalk", inbound, keys),
  load: async () => (await import("./dingtalk/format.ts")).dingtalkFormat,
} as const satisfies Source;

import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { type RobotCodes, robotRefused, robotTook } from "./facade/robot-answers.ts";
import { hasRobotShape } from "./facade/robot-shape.ts";
import { takeMedia } from "./wecom/media.ts";

/** Codes of developer.work.weixin.qq.com, "Global error codes"; 93000 is a robot's word for an address that is not its own. */
const codes = {
  "unknown-route": { code: 93_000, words: "invalid webhook url" },
  "method-not-allowed": { code: 43_002, words: "require POST method" },
  unauthorized: { code: 93_000, words: "invalid webhook url" },
  unreadable: { code: 47_001, words: "data format error" },
  invalid: { code: 40_058, words: "invalid request parameter" },
  "too-large": { code: 45_002, words: "message content size out of limit" },
  "unknown-chat": { code: 86_003, words: "chatid not found" },
} as const satisfies RobotCodes;

/** WeCom's group robots: `POST /cgi-bin/webhook/send?key=<secret>`, and files by `upload_media` before they are told. */
export const wecom = {
  name: "wecom",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": ["POST"],
      "cgi-bin/webhook/send": ["POST"],
      "cgi-bin/webhook/upload_media": ["POST"],
      upload_media: ["POST"],
    },
    proofs: [{ kind: "key" }],
    taken: robotTook,
    refused: robotRefused(codes),
    aside: takeMedia,
  },
  isMine: (inbound, keys) => hasRobotShape("wecom", inbound, keys),
  load: async () => (await import("./wecom/format.ts")).wecomFormat,
} as const satisfies Source;

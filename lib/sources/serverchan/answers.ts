import type { ExactAnswer, Inbound } from "../../model/inbound.ts";
import { type Refusal, refusalStatus } from "../../model/refusal.ts";
import { inJson, numberOf } from "../facade/answers.ts";
import { nothingSaid } from "../facade/nothing-said.ts";

/** Turbo's answer; ServerChan³, whose path begins with `send`, has `errno` at the top too. Clients look for either, or for `code`. */
export function tellTaken({ rest = [] }: Inbound, delivery: string): ExactAnswer {
  const pushid = String(numberOf(delivery));
  const data = { pushid, readkey: `SCT${pushid}`, error: "SUCCESS", errno: 0 };
  return inJson(200, rest[0] === "send" ? { code: 0, message: "", errno: 0, data } : { code: 0, message: "", data });
}

const refused = (status: number, code: number, kind: string, info: string): ExactAnswer =>
  inJson(status, { message: `[${kind}]${info}`, code, info, args: [null] });

/** Turbo answers 400 with 40001 to a key that it does not know, 20001 to a message without a title, as its clients have seen. */
export function tellRefused(refusal: Refusal): ExactAnswer {
  if (refusal === nothingSaid) return refused(400, 20_001, "INPUT", "title 不能为空");
  const { refusal: kind, message } = refusal;
  if (kind === "unauthorized" || kind === "unknown-chat") return refused(400, 40_001, "AUTH", "错误的Key");
  return refused(kind === "invalid" ? 400 : refusalStatus[kind], 20_001, "INPUT", message);
}

import type { ExactAnswer } from "../../model/inbound.ts";
import type { Refusal } from "../../model/refusal.ts";
import { inJson } from "./answers.ts";

/** What a robot's clients look for, and how it names each refusal. */
export type RobotCodes = Readonly<Record<Refusal["refusal"], { readonly code: number; readonly words: string }>>;

/** A robot's word for a refusal with the reason behind it, but where the word is all that a stranger is told. */
export function inRobotWords(codes: RobotCodes, { refusal, message }: Refusal): { code: number; words: string } {
  const { code, words } = codes[refusal];
  return { code, words: refusal === "unauthorized" ? words : `${words}: ${message}` };
}

/** The answer of DingTalk's and WeCom's robots to what they took. */
export const robotTook = (): ExactAnswer => inJson(200, { errcode: 0, errmsg: "ok" });

/** Their answer to what they did not take: HTTP 200, and a code that clients read. */
export const robotRefused =
  (codes: RobotCodes) =>
  (refusal: Refusal): ExactAnswer => {
    const { code, words } = inRobotWords(codes, refusal);
    return inJson(200, { errcode: code, errmsg: words });
  };

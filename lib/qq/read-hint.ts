import type { Meaning } from "./codes/meaning.ts";

/** Words seen live in answers whose code is missing or in no page. */
const hints = [
  ["reply msg exceed limit", { as: "window" }],
  ["不允许发送url", { as: "fix", repair: ["links"] }],
  ["不允许包含url", { as: "fix", repair: ["links"] }],
  ["用户/群已注销", { as: "gone" }],
] as const satisfies readonly (readonly [string, Meaning])[];

/** Meaning of QQ's words, where no code says it. */
export const readHint = (message: unknown): Meaning | undefined => {
  if (typeof message !== "string") return undefined;
  const plain = message.toLowerCase();
  return hints.find(([words]) => plain.includes(words))?.[1];
};

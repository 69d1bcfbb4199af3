import { expect, test } from "vitest";
import { tellLimits } from "../../../../../local/console/browser/state/tell-limits.ts";
import { words } from "../../../../../local/console/browser/words.ts";

const older = { scenes: ["c2c", "group"], message: "按旧规则算 · Limits: the older rules" } as const;
const same = { scenes: ["channel"], message: "都一样 · Limits: the same" } as const;
const asAnswered = (...all: readonly (typeof older | typeof same)[]) =>
  all.map(({ scenes, message }) => ({ scenes: [...scenes], message }));

test("which kinds of conversation a rule counts in is said in the reader's language", () => {
  expect(tellLimits(asAnswered(older, same), words.en, "en")).toEqual([
    "Private chat, Group: Limits: the older rules",
    "Channel: Limits: the same",
  ]);
  expect(tellLimits(asAnswered(older, same), words.zh, "zh")).toEqual(["单聊、群：按旧规则算", "子频道：都一样"]);
});

test("one rule for all names none", () => {
  expect(tellLimits(asAnswered(older), words.en, "en")).toEqual(["Limits: the older rules"]);
  expect(tellLimits([], words.en, "en")).toEqual([]);
});

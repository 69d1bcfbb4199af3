import { expect, test } from "vitest";
import { sayFailure } from "../../../../../local/console/browser/state/say-failure.ts";

test.each([
  ["nothing answers", { error: "unreachable", message: "" }, "The relay does not answer: it may have stopped"],
  [
    "the table of a deployed relay does not",
    { error: "unreachable", message: "凭据过期了。 · The credentials are over." },
    "The credentials are over.",
  ],
  [
    "the session is over",
    { error: "unauthorized", message: "这里只给管理员 · For operators" },
    "Your session is over. Open it again: npm run relay -- console",
  ],
])("%s", (_, failure, words) => {
  expect(sayFailure(failure, "en")).toBe(words);
});

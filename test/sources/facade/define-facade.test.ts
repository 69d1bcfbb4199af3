import { expect, test } from "vitest";
import { isRefusal, refuse } from "../../../lib/model/refusal.ts";
import { defineFacade, type Words } from "../../../lib/sources/facade/define-facade.ts";
import { nothingSaid } from "../../../lib/sources/facade/nothing-said.ts";
import { inboundOf } from "../../support/inbound.ts";

const context = { language: "zh", at: new Date("2026-11-21T20:00:00Z"), timeZone: "Asia/Shanghai" } as const;
const parse = (words: Words, options = {}) => defineFacade("gotify", () => words).parse(inboundOf({}), options);

test("what is said becomes a notice of the dialect's, and its own words tell a repeat", () => {
  const format = defineFacade("gotify", () => ({ title: "标题", text: "一\n二", level: "error", chat: "10001" }));
  const parsed = format.parse(inboundOf({}), {});
  if (isRefusal(parsed)) throw new Error(parsed.message);
  expect(parsed).toMatchObject({ event: "message", bot: false, chat: "10001" });
  expect(parsed.content).toBe(JSON.stringify(parsed.body));
  expect(format.map(parsed, context)).toMatchObject({
    source: "gotify",
    title: "标题",
    lines: ["一", "二"],
    level: "error",
  });
});

test.each<Words>([{}, { title: " ", text: "\n" }, { level: "error", chat: "1" }])("%j says nothing", (words) =>
  expect(parse(words)).toBe(nothingSaid),
);

test("a picture says something, and a route's own map need not be told anything", () => {
  expect(parse({ image: "https://example.com/a.png" })).toMatchObject({ event: "message" });
  expect(parse({}, { map: () => undefined })).toMatchObject({ event: "message" });
});

test("a refusal of the reader is handed on", () => {
  const refusal = refuse("invalid", "no", "不行");
  expect(defineFacade("gotify", () => refusal).parse(inboundOf({}), {})).toBe(refusal);
});

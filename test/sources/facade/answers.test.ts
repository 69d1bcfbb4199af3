import { expect, test } from "vitest";
import { respondInWords } from "../../../lib/http/respond.ts";
import { empty, inJson, inText, numberOf } from "../../../lib/sources/facade/answers.ts";

test.each([
  [inText(200, "ok"), { statusCode: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "ok" }],
  [
    inJson(200, { errcode: 0, errmsg: "ok" }),
    {
      statusCode: 200,
      headers: { "content-type": "application/json; charset=utf-8" },
      body: '{"errcode":0,"errmsg":"ok"}',
    },
  ],
  [empty(204), { statusCode: 204, headers: {} }],
])("%j goes out to the byte", (answer, result) => expect(respondInWords(answer)).toEqual(result));

test("a delivery's number is the same for its repeat, and fits in 31 bits", () => {
  const numbers = Array.from({ length: 1_000 }, (_, at) => numberOf(`ci#${at}`));
  expect(new Set(numbers).size).toBe(1_000);
  expect(numberOf("ci#1")).toBe(numbers[1]);
  for (const number of numbers)
    expect(number).toSatisfy((value) => Number.isInteger(value) && value > 0 && value < 2 ** 31);
});

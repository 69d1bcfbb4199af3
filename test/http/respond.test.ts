import { expect, test } from "vitest";
import { refused, respond } from "../../lib/http/respond.ts";
import { refuse, type Refusal, refusalStatus } from "../../lib/model/refusal.ts";

test("an answer becomes JSON, with its own headers", () => {
  const result = respond({ status: 202, headers: { "Preference-Applied": "wait=10" }, body: { deliveries: [] } });
  expect(result).toEqual({
    statusCode: 202,
    headers: { "content-type": "application/json; charset=utf-8", "Preference-Applied": "wait=10" },
    body: '{"deliveries":[]}\n',
  });
});

test.each(Object.entries(refusalStatus) as [Refusal["refusal"], number][])("%s is answered with %i", (word, status) => {
  expect(refused(refuse(word, "why and what to do", "为什么，怎么办"))).toMatchObject({
    status,
    body: { error: word, message: "why and what to do · 为什么，怎么办" },
  });
});

test("a wrong method is told the right one", () => {
  expect(refused(refuse("method-not-allowed", "POST it", "用 POST")).headers).toEqual({ Allow: "POST" });
  expect(refused(refuse("unauthorized", "no", "不行")).headers).toBeUndefined();
});

import { describe, expect, it } from "vitest";
import { readLost } from "../../lib/qq/read-lost.ts";
import { readToken } from "../../lib/qq/read-token.ts";

describe("the answer of the token call", () => {
  it.each([
    ['{"access_token":"T","expires_in":"7200"}', 7200],
    ['{"access_token":"T","expires_in":756}', 756],
  ])("%s", (text, expiresIn) => {
    expect(readToken({ status: 200, text })).toEqual({ token: "T", expiresIn });
  });

  it.each([
    [200, '{"code":100016,"message":"invalid appid or secret"}', "config"],
    [200, '{"code":100007,"message":"appid invalid"}', "config"],
    [200, '{"code":10004,"message":"no such bot"}', "config"],
    [200, '{"code":100001,"message":"too many"}', "rate"],
    [200, '{"code":55555,"message":"never heard of"}', "config"],
    [200, '{"code":11242}', "again"],
    [429, "", "rate"],
    [404, "<html>", "config"],
    [502, "<html>", "again"],
    [200, '{"access_token":"","expires_in":"7200"}', "again"],
    [200, '{"access_token":"a\\nb","expires_in":"7200"}', "again"],
    [200, '{"access_token":"T","expires_in":"soon"}', "again"],
    [200, "", "again"],
  ])("%i %s is %s", (status, text, as) => {
    expect(readToken({ status, text })).toMatchObject({ kind: "refused", as, answer: { status } });
  });

  it("says that it was about the token", () => {
    const answer = readToken({ status: 200, text: '{"code":100016,"message":"invalid appid or secret"}' });
    expect(answer).toMatchObject({ answer: { code: 100016, message: "access token: invalid appid or secret" } });
  });
});

describe("an answer that was lost", () => {
  it("before a byte was written: certainly not delivered", () => {
    expect(readLost({ written: false, code: "ECONNREFUSED" })).toEqual({
      kind: "refused",
      as: "again",
      answer: { message: "no connection (ECONNREFUSED)" },
    });
  });

  it("after it: no one knows", () => {
    expect(readLost({ written: true, code: "timeout", status: 200 })).toEqual({
      kind: "unsure",
      answer: { status: 200, message: "no answer after the request was sent (timeout)" },
    });
  });
});

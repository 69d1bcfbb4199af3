import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** 6 MB: what a function URL takes as a request, and as a response. */
export const maxBytes = 6 * 1024 * 1024;

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
};

/** What a function URL answers when the function threw, ran out of time, or returned what cannot be sent. */
export const badGateway: HttpAnswer = {
  status: 502,
  headers: { "content-type": "application/json" },
  cookies: [],
  body: Buffer.from("Internal Server Error"),
};

/** What a function URL answers for a handler's result. Anything without `statusCode` is JSON for a 200. */
export function readAnswer(result: unknown): HttpAnswer {
  if (!isStructured(result))
    return capSize({ ...json, status: 200, body: Buffer.from(JSON.stringify(result ?? null)) });
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = result;
  if (!Number.isInteger(statusCode) || Number(statusCode) < 200 || Number(statusCode) > 599) return badGateway;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return capSize({
    status: Number(statusCode),
    headers: { ...json.headers, ...Object.fromEntries(named) },
    cookies,
    body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  });
}

const isStructured = (result: unknown): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === "object" && result !== null && "statusCode" in result;

const json = { headers: { "content-type": "application/json" }, cookies: [] };

const capSize = (answer: HttpAnswer): HttpAnswer => (answer.body.length > maxBytes ? badGateway : answer);

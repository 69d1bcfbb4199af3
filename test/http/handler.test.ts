import type { LambdaFunctionURLEvent } from "aws-lambda";
import { expect, test } from "vitest";
import type { EventsRelay } from "../../lib/http/relay.ts";
import { eventsHandler } from "../../lib/http/handler.ts";
import type { Answer, Inbound } from "../../lib/model/inbound.ts";
import { refuse, type Refusal } from "../../lib/model/refusal.ts";
import { createContext } from "../../local/lambda/context.ts";
import { createEvent } from "../../local/lambda/function-url-event.ts";

const now = new Date("2026-11-21T12:00:00Z");

const eventOf = (body: string): LambdaFunctionURLEvent =>
  createEvent(
    {
      method: "POST",
      url: "/",
      headers: { "X-Bot-Appid": ["100"], "Content-Type": ["text/plain; charset=gbk"] },
      body: Buffer.from(body),
      sourceIp: "127.0.0.1",
      urlId: "events",
      requestId: "r",
    },
    {},
    now,
  );

async function take(tell: (inbound: Inbound, deadline: number) => Answer | Refusal) {
  const logs: string[] = [];
  const relay: EventsRelay = {
    listen: async (inbound, deadline) => tell(inbound, deadline),
    clock: { now: () => now, wait: async () => undefined },
    log: (level, event, fields) => logs.push(JSON.stringify({ level, event, ...fields })),
  };
  return { result: await eventsHandler(relay)(eventOf('{"op":0}'), createContext("events", 10_000)), logs };
}

test.each<[Answer, string]>([
  [{ status: 200, body: { op: 12, d: 0 } }, '{"op":12,"d":0}'],
  [{ status: 200, body: { plain_token: "t", signature: "00" } }, '{"plain_token":"t","signature":"00"}'],
  [{ status: 500, body: { op: 12, d: 1 } }, '{"op":12,"d":1}'],
])("QQ reads the JSON of %j and not a byte more", async (answer, body) => {
  const { result } = await take(() => answer);
  expect(result).toMatchObject({ statusCode: answer.status, body });
  expect(result).toMatchObject({ headers: { "content-type": "application/json; charset=utf-8" } });
});

test("a refusal is told with its status", async () => {
  const { result } = await take(() => refuse("unauthorized", "no", "不行"));
  expect(result).toMatchObject({ statusCode: 401, body: '{"error":"unauthorized","message":"no · 不行"}' });
});

test("the line gets the bytes that were sent, and until when it may work", async () => {
  const seen: unknown[] = [];
  await take((inbound, deadline) => {
    const { body, headers, at } = inbound;
    seen.push(Buffer.from(body).toString(), headers["x-bot-appid"], at, deadline > now.getTime());
    return { status: 200, body: {} };
  });
  expect(seen).toEqual(['{"op":0}', "100", now, true]);
});

test("after a fault of ours QQ is to send it again, and the log has no body", async () => {
  const { result, logs } = await take(() => {
    throw new TypeError("table gone");
  });
  expect(result).toMatchObject({ statusCode: 500, body: '{"op":12,"d":1}' });
  expect(logs).toHaveLength(1);
  expect(logs[0]).toContain("table gone");
});

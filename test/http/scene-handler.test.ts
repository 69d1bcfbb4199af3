import { expect, test } from "vitest";
import { sceneHandler } from "../../lib/http/handler.ts";
import { createContext } from "../../local/lambda/context.ts";
import { createEvent } from "../../local/lambda/function-url-event.ts";

const now = new Date("2026-11-21T12:00:00Z");

test("a fault of ours is answered 500, and told once, without what was sent", async () => {
  const logs: string[] = [];
  const handler = sceneHandler({
    accept: () => Promise.reject(new TypeError("cannot read the body")),
    deliver: () => Promise.resolve(),
    clock: { now: () => now, wait: () => Promise.resolve() },
    log: (level, event, fields) => logs.push(JSON.stringify({ level, event, ...fields })),
  });
  const request = { method: "POST", url: "/ci", headers: {}, body: Buffer.from("机密") };
  const event = createEvent({ ...request, sourceIp: "127.0.0.1", urlId: "group", requestId: "r" }, {}, now);
  const answer = await handler(event, createContext("group", 30_000));
  expect(answer).toMatchObject({
    statusCode: 500,
    body: expect.stringMatching(/^\{"error":"fault","message":".+"\}\n$/),
  });
  expect(logs).toEqual([expect.stringMatching(/"level":"error".*"fault".*TypeError.*cannot read the body/)]);
  expect(logs.join("")).not.toContain("机密");
});

import { expect, it } from "vitest";
import { defaultSettings } from "../../../lib/model/settings.ts";
import type { Asked } from "../../../local/doctor/gather/ask.ts";
import { edges } from "../../../local/doctor/gather/edges.ts";
import { beginQuickCheck } from "../../../local/run/quick-check.ts";
import { bot, routes } from "./well-relay.ts";

it("keeps a start waiting for a second at most, and tells later what QQ takes long for", async () => {
  const answer = Promise.withResolvers<Asked>();
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const env = { ...bot, DiskSecret: "0123456789abcdef", CodeSecret: "short" };
  const ask = () => answer.promise;
  const tell = beginQuickCheck({ routes, settings: defaultSettings }, env, { edges: { ...edges, ask }, wait });
  const told = Promise.withResolvers<string>();
  let isTold = false;
  await tell((text) => {
    isTold = true;
    told.resolve(text);
  });
  expect([isTold, waits]).toEqual([false, [1_000]]);
  answer.resolve({ kind: "lost", code: "ECONNREFUSED" });
  expect(await told.promise).toMatch(/^✗ qq\n.*ECONNREFUSED[^]*^! secrets$/m);
});

it("says nothing of a bot that is well", async () => {
  const text = JSON.stringify({ access_token: "t", expires_in: "7200", id: "1" });
  const ask = () => Promise.resolve({ kind: "answer", status: 200, headers: {}, text } as const);
  const env = { ...bot, DiskSecret: "0123456789abcdef", CodeSecret: "fedcba9876543210" };
  const tell = beginQuickCheck({ routes, settings: defaultSettings }, env, {
    edges: { ...edges, ask, freeBytes: () => undefined },
  });
  const told: string[] = [];
  await tell((line) => told.push(line));
  expect(told).toEqual([]);
});

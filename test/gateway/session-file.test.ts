import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openSessionFile } from "../../lib/gateway/session-file.ts";

const folder = mkdtempSync(join(tmpdir(), "session-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "gateway-session.json");

it("keeps a session for its owner alone, and nothing beside it", async () => {
  const sessions = openSessionFile(file, "app");
  expect(sessions.read()).toBeUndefined();
  await sessions.write({ id: "S", seq: 7 });
  await sessions.write({ id: "S", seq: 8 });
  expect(sessions.read()).toEqual({ id: "S", seq: 8 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["gateway-session.json"]);
  expect(readFileSync(file, "utf8")).toBe('{"appId":"app","session":"S","seq":8}\n');
});

it("is no session of another bot, and none once it is gone", async () => {
  expect(openSessionFile(file, "other").read()).toBeUndefined();
  const sessions = openSessionFile(file, "app");
  await sessions.write(undefined);
  await sessions.write(undefined);
  expect(sessions.read()).toBeUndefined();
});

it.each([
  "",
  "{",
  "null",
  "[]",
  '{"appId":"app"}',
  '{"appId":"app","session":"S","seq":-1}',
  '{"appId":"app","session":7,"seq":1}',
])("%j is none", (text) => {
  writeFileSync(file, text);
  expect(openSessionFile(file, "app").read()).toBeUndefined();
});

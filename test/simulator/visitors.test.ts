import { expect, test } from "vitest";
import { findForeign } from "../../simulator/visitors.ts";
import { simTest } from "./sim-test.ts";

const local = { host: "127.0.0.1:8788" };

test.each([
  ["the control, as this machine", "/_sim/messages", local, false],
  ["the control, by another loopback name", "/_sim/reset", { host: "localhost:8788" }, false],
  ["the control, by IPv6", "/_sim/reset", { host: "[::1]:8788" }, false],
  ["the control, from its own page", "/_sim/say", { ...local, origin: "http://127.0.0.1:8788" }, false],
  ["the control, from a page of another port", "/_sim/say", { ...local, origin: "http://127.0.0.1:3000" }, true],
  ["the control, from a page elsewhere", "/_sim/say", { ...local, origin: "https://evil.example" }, true],
  ["the control, from a file", "/_sim/say", { ...local, origin: "null" }, true],
  ["the control, by a name pointed at loopback", "/_sim/messages", { host: "evil.example:8788" }, true],
  ["the control, by a name that was added", "/_sim/messages", { host: "sim:8788" }, false],
  [
    "the control, from a page elsewhere that says no origin",
    "/_sim/say",
    { ...local, "sec-fetch-site": "cross-site" },
    true,
  ],
  [
    "the control, from a page of another port that says none",
    "/_sim/say",
    { ...local, "sec-fetch-site": "same-site" },
    true,
  ],
  ["the control, from its own page that says none", "/_sim/say", { ...local, "sec-fetch-site": "same-origin" }, false],
  [
    "QQ's API, from a web page that says no origin",
    "/v2/groups/G/messages",
    { ...local, "sec-fetch-site": "cross-site" },
    true,
  ],
  ["the control without a host", "/_sim/messages", {}, true],
  ["its page, by a name pointed at loopback", "/", { host: "evil.example" }, true],
  ["QQ's API, by QQ's own name", "/v2/groups/G/messages", { host: "api.sgroup.qq.com" }, false],
  ["QQ's API, from a web page", "/v2/groups/G/messages", { ...local, origin: "http://127.0.0.1:8788" }, true],
] as const)("%s", (_, path, headers, refused) => {
  expect(findForeign(path, { method: "POST", headers }, ["sim"]) !== undefined).toBe(refused);
});

simTest("a page elsewhere neither reads what was sent nor turns a knob", async ({ sim }) => {
  const page = { origin: "https://evil.example" };
  const read = await fetch(`${sim.url}/_sim/messages`, { headers: page });
  expect([read.status, read.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  expect((await fetch(`${sim.url}/_sim/reset`, { method: "POST", headers: page })).status).toBe(403);
});

test("a link to the control may be followed from anywhere", () => {
  const headers = { ...local, "sec-fetch-site": "cross-site" };
  expect(findForeign("/_sim/messages", { method: "GET", headers }, [])).toBeUndefined();
});

simTest("a page elsewhere turns no knob by a body that browsers send unasked; curl does", async ({ sim }) => {
  const say = (headers: Record<string, string>) =>
    fetch(`${sim.url}/_sim/settings`, { method: "POST", headers, body: '{"audit":true}' });
  for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
    const unasked = { "content-type": type, "sec-fetch-site": "cross-site" };
    expect((await say({ ...unasked, origin: "https://evil.example" })).status).toBe(403);
    expect((await say(unasked)).status).toBe(403);
    expect((await say({ "content-type": type, origin: "null" })).status).toBe(403);
    expect((await say({ "content-type": type })).status).toBe(200);
  }
});

simTest("a control's body that is no JSON is refused", async ({ sim }) => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(`${sim.url}/_sim/settings`, { method: "POST", headers: form, body: "audit=true" });
  expect(answer.status).toBe(400);
});

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Routes } from "../../../lib/model/route.ts";
import { hmacs } from "../../../lib/model/hmac.ts";
import { sources } from "../../../lib/sources/index.ts";
import { tellSetUps } from "../../../local/operate/routes/tell-set-ups.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";

const run = promisify(execFile);

const names = Object.keys(sources).filter((name) => name !== "sns");

const secret = "it's-a-$ecret";

const routes: Routes = {
  ...Object.fromEntries(names.map((source) => [source, { scene: "c2c", source, secret: "S", to: ["U1"] }])),
  open: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
};

let relay: Running;
beforeAll(async () => {
  relay = await startRelay({ routes, settings: {}, env: { S: secret }, simulatorPort: 0, log: () => undefined });
});
afterAll(() => relay.stop());

const hasTools = ["curl", "openssl"].every((tool) => existsSync(`/usr/bin/${tool}`));

describe.runIf(hasTools)("a printed command line", () => {
  it.each([...names, "open"])("posts a sample by the route %s, and is believed", async (route) => {
    const { [route]: meant } = routes;
    if (!meant) throw new Error(route);
    const [setUp] = await tellSetUps({ [route]: meant }, relay.url, { S: secret });
    for (const { call, curl } of setUp?.ways ?? []) {
      if (curl === undefined) continue;
      // The user's name and the secret are put together by hand there.
      if (curl.includes("base64(")) continue;
      const { stdout } = await run("sh", ["-c", `${curl} -s -o /dev/null -w '%{http_code}'`], { timeout: 10_000 });
      expect([call.url.replace(relay.url, ""), stdout]).toEqual([
        call.url.replace(relay.url, ""),
        expect.stringMatching(/^2\d\d$/),
      ]);
    }
  });
});

it("there is one for every way but those that sign a time, an id, or by a key that is no text", async () => {
  const lacking = (await tellSetUps(routes, "http://h", {})).flatMap(({ ways }) =>
    ways.flatMap(({ call, curl }) => (curl === undefined ? [call.signs] : [])),
  );
  expect(new Set(lacking)).toEqual(new Set(["dingtalk", "feishu", "gitee", "linear", "standard-webhooks", "stripe"]));
  for (const name of lacking)
    if (name !== "dingtalk" && name !== "feishu") expect(name && hmacs[name]).toHaveProperty("time");
});

it("shows no secret unless its value is given", async () => {
  const shown = JSON.stringify(await tellSetUps(routes, "http://h", {}));
  expect(shown).not.toContain(secret);
  expect(shown).toContain("-hmac '<S>'");
});

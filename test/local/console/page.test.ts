import { readdirSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startRelay } from "../../../local/run/server.ts";

let relay: Running;
beforeAll(async () => {
  relay = await startRelay({
    routes: {},
    settings: {},
    env: {},
    simulatorPort: 0,
    admin: { token: "T" },
    log: () => undefined,
  });
});
afterAll(() => relay.stop());

/** A path as it stands, which fetch would tidy up first. */
async function get(path: string, method = "GET") {
  const { hostname, port } = new URL(relay.adminUrl);
  const sent = httpRequest({ hostname, port, path, method, headers: { authorization: "Bearer T" } }).end();
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

describe("the console's page", () => {
  it("is one document that nothing else may frame, script or send anywhere", async () => {
    const { status, headers, text } = await get("/");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(text).toContain('<script type="module" src="/_relay/page/local/console/browser/main.ts">');
    expect(text).not.toMatch(/https?:\/\//);
    expect((await get("/", "HEAD")).text).toBe("");
  });

  it("is made of modules whose types are gone, and that name nothing of any other host", async () => {
    const folder = "local/console/browser";
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
      each.endsWith(".ts"),
    )) {
      const { status, headers, text } = await get(`/_relay/page/${folder}/${file}`);
      expect([file, status, headers["content-type"]]).toEqual([file, 200, "text/javascript; charset=utf-8"]);
      expect([file, text.match(/from "(?!\.|preact|htm|markdown-it)[^"]*"/)]).toEqual([file, null]);
    }
  });

  it.each([
    "/_relay/page",
    "/_relay/page/",
    "/_relay/page/package.json",
    "/_relay/page/infra/routes.ts",
    "/_relay/page/local/console/page.ts",
    "/_relay/page/local/console/browser",
    "/_relay/page/local/console/browser/../page.ts",
    "/_relay/page/../../package.json",
    "/_relay/page/..%2f..%2fpackage.json",
    "/_relay/page/local/console/browser/..%2fpage.ts",
    "/_relay/page/local/console/browser/tsconfig.json",
    "/_relay/page//etc/passwd",
    "/_relay/page/__proto__",
  ])("has no file at %s", async (path) => {
    const { status, headers } = await get(path);
    expect([status, headers["content-type"]]).toEqual([404, "application/json; charset=utf-8"]);
  });
});

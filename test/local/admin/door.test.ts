import { createServer, connect, type AddressInfo, type Server } from "node:net";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Routes } from "../../../lib/model/route.ts";
import { operations } from "../../../local/operate/operations.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";

const routes: Routes = { disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] } };
const token = "the-token-of-the-operator";
let relay: Running;
let now = 1_000_000;
beforeAll(async () => {
  const clock = { now: () => new Date(now), wait: () => Promise.resolve() };
  relay = await startRelay({
    routes,
    settings: {},
    env: {},
    admin: { token },
    simulatorPort: 0,
    clock,
    log: () => undefined,
  });
});
afterAll(() => relay.stop());

type Headers = Readonly<Record<string, string>>;
type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

/** A request with any headers, `Host` among them, which fetch does not let one choose. */
async function ask(url: string, headers: Headers = {}, method = "GET", body = ""): Promise<Answer> {
  const sent = httpRequest(url, { method, headers });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers as Headers, text };
}

const paths = [
  "/",
  "/_relay/deliveries?scene=c2c&target=U1",
  "/_relay/bindings",
  "/_relay/status",
  "/_relay/doctor",
  "/_relay/page/local/console/browser/main.ts",
];
const operating = Object.keys(operations).map((name) => `/_relay/operate/${name}`);
const posts = ["/_relay/pair", "/_relay/console", "/_relay/backup", "/_relay/replay", ...operating];

/** What proxies and clients say of where a request comes from. */
const claims: readonly Headers[] = [
  {},
  { host: "127.0.0.1:8787" },
  { host: "localhost", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", forwarded: "for=127.0.0.1" },
  { origin: "http://127.0.0.1:8789", "sec-fetch-site": "same-origin" },
];

describe("the admin door", () => {
  it.each([
    ["nothing", {}],
    ["a wrong token", { authorization: "Bearer the-token-of-the-operatoR" }],
    ["part of it", { authorization: "Bearer the-token" }],
    ["it by another scheme", { authorization: `Basic ${Buffer.from(`relay:${token}`).toString("base64")}` }],
    ["it in the address", { "x-token": token }],
    ["an unknown cookie", { cookie: "qq-relay-8789=x" }],
  ] as const)("lets nobody in who shows %s, whatever else they say", async (_, proof) => {
    const { port } = new URL(relay.adminUrl);
    for (const claim of claims)
      for (const [method, each] of [
        ...[...paths, "/_relay/live"].map((path) => ["GET", path]),
        ...posts.map((path) => ["POST", path]),
      ]) {
        const headers = { ...claim, ...proof, ...("cookie" in proof && { cookie: `qq-relay-${port}=x` }) };
        const body = method === "POST" ? "{}" : "";
        const answer = await ask(relay.adminUrl + String(each), headers, String(method), body);
        expect([each, answer.status]).toEqual([each, 401]);
        expect(answer.text).not.toContain("disk");
      }
  });

  it("lets in who shows the token, and says nothing to pages of other origins", async () => {
    for (const path of paths) {
      const answer = await ask(relay.adminUrl + path, { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(200);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    }
  });
});

describe("a browser", () => {
  /** Opens a one-time link: the session's cookie. */
  async function open(): Promise<string> {
    const answer = await ask(relay.consoleUrl());
    expect([answer.status, answer.headers["location"]]).toEqual([303, "/"]);
    const [cookie = ""] = String(answer.headers["set-cookie"]).split(";");
    expect(String(answer.headers["set-cookie"])).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
    return cookie;
  }

  it("gets a session for a one-time code: a value of its own under a name that holds the port", async () => {
    const cookie = await open();
    expect(cookie).toMatch(new RegExp(`^qq-relay-${new URL(relay.adminUrl).port}=[\\w-]{32}$`));
    expect(cookie).not.toContain(token);
    expect((await ask(`${relay.adminUrl}/`, { cookie })).status).toBe(200);
    expect((await ask(`${relay.adminUrl}/`, { cookie: `other=1; ${cookie}; more=2` })).status).toBe(200);
  });

  it("cannot use a link twice, nor after ten minutes, nor guess one", async () => {
    const used = relay.consoleUrl();
    expect((await ask(used)).status).toBe(303);
    expect((await ask(used)).status).toBe(401);
    const late = relay.consoleUrl();
    now += 600_000;
    expect((await ask(late)).status).toBe(401);
    expect((await ask(`${relay.adminUrl}/?code=${"x".repeat(32)}`)).status).toBe(401);
  });

  it("is let change something by the console's own page only, and shows nothing to a page of another local server", async () => {
    const cookie = await open();
    const { host } = new URL(relay.adminUrl);
    for (const path of posts) {
      const post = (headers: Headers) =>
        ask(relay.adminUrl + path, { cookie, "content-type": "application/json", ...headers }, "POST", "[]");
      for (const headers of [
        {},
        { origin: "http://127.0.0.1:3000" },
        { origin: "null" },
        { origin: "https://evil.example", host },
      ])
        expect([path, headers, (await post(headers)).status]).toEqual([path, headers, 403]);
      const own = (await post({ origin: `http://${host}` })).status;
      expect([path, own]).toEqual([path, path === "/_relay/console" ? 200 : 400]);
    }
    for (const path of [...paths, "/_relay/live"]) {
      const get = (headers: Headers) => ask(relay.adminUrl + path, { cookie, ...headers });
      for (const headers of [
        { "sec-fetch-site": "same-site" },
        { "sec-fetch-site": "cross-site" },
        { origin: "http://127.0.0.1:3000" },
      ])
        expect([path, headers, (await get(headers)).status]).toEqual([path, headers, 403]);
      if (path !== "/_relay/live") expect((await get({ "sec-fetch-site": "same-origin" })).status).toBe(200);
    }
  });

  it("is shown how to open the console where it has no session, and programs are told as ever", async () => {
    for (const url of [`${relay.adminUrl}/`, `${relay.adminUrl}/_relay/status`, `${relay.adminUrl}/?code=x`]) {
      const page = await ask(url, { accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
      expect([page.status, page.headers["content-type"]]).toEqual([401, "text/html; charset=utf-8"]);
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
      expect(page.text).toMatch(/一次性链接[\s\S]*npm run relay -- console[\s\S]*one-time link/);
      const json = await ask(url, { accept: "*/*" });
      expect([json.status, json.headers["content-type"]]).toEqual([401, "application/json; charset=utf-8"]);
    }
    const post = await ask(`${relay.adminUrl}/_relay/pair`, { accept: "text/html" }, "POST", "{}");
    expect(post.headers["content-type"]).toBe("application/json; charset=utf-8");
    const head = await ask(`${relay.adminUrl}/`, { accept: "text/html" }, "HEAD");
    expect([head.status, head.text]).toEqual([401, ""]);
  });
});

/** Ways by which the world may reach the public door. */
const fronts: { readonly name: string; readonly start: () => Promise<{ url: string; stop: () => Promise<void> }> }[] = [
  { name: "the door itself", start: () => Promise.resolve({ url: relay.url, stop: () => Promise.resolve() }) },
  { name: "a plain TCP forwarder", start: startForwarder },
  ...(["/usr/sbin/nginx"].some(existsSync) ? [{ name: "nginx's plain proxy_pass", start: startNginx }] : []),
];

async function startForwarder() {
  const target = Number(new URL(relay.url).port);
  const server: Server = createServer((visitor) => {
    const inside = connect(target, "127.0.0.1");
    visitor.pipe(inside).pipe(visitor);
    for (const socket of [visitor, inside]) socket.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      await Promise.resolve();
    },
  };
}

async function startNginx() {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
     events { worker_connections 64; }
     http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
       fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
       server { listen 127.0.0.1:${port}; location / { proxy_pass ${relay.url}; } } }`,
  );
  const child = spawn("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

describe.each(fronts)("through $name", ({ start }) => {
  it("no path of the admin door answers, whatever the headers, and webhooks do", async () => {
    const front = await start();
    const proofs: readonly Headers[] = [{}, { authorization: `Bearer ${token}` }];
    for (const claim of claims)
      for (const proof of proofs)
        for (const path of [
          ...paths,
          ...posts,
          "//_relay/bindings",
          "/./_relay/bindings",
          "/%5Frelay/bindings",
          "/c2c/../_relay/bindings",
        ]) {
          const answer = await ask(front.url + path, { ...claim, ...proof });
          expect([path, [404, 400].includes(answer.status)]).toEqual([path, true]);
          expect(answer.text).not.toMatch(/U1|"route"/);
        }
    expect((await ask(`${front.url}/c2c/disk`, {}, "POST", '{"title":"t"}')).status).toBe(202);
    await front.stop();
  });
});

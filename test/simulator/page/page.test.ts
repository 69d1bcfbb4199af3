import { createHash } from "node:crypto";
import { expect } from "vitest";
import { simTest as test } from "../sim-test.ts";

const get = async (url: string, headers = {}) => {
  const answer = await fetch(url, { headers });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text(), answer };
};

test("the page is a document under a strict policy, whose only script inline is the map of its packages", async ({
  sim,
}) => {
  const { status, type, text, answer } = await get(sim.url);
  expect([status, type]).toEqual([200, "text/html; charset=utf-8"]);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  const [, map = ""] = /<script type="importmap">(.*?)<\/script>/s.exec(text) ?? [];
  expect(policy).toContain(`'sha256-${createHash("sha256").update(map).digest("base64")}'`);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test("all that it loads is there, without types, and nothing else of the simulator", async ({ sim }) => {
  const { text } = await get(sim.url);
  const named = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g), ...text.matchAll(/":"(\/[^"]+)"/g)].map(
    ([, path = ""]) => path,
  );
  const seen = new Set<string>();
  const load = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.add(path);
    const { status, type, text: source } = await get(sim.url + path);
    expect([path, status]).toEqual([path, 200]);
    if (!type?.startsWith("text/javascript")) return;
    expect(source).not.toMatch(/^import type|^export type/m);
    const imports = [...source.matchAll(/^(?:import|export)[^"';]*from "(\.[^"]+)"/gm)];
    for (const [, to = ""] of imports) await load(new URL(to, sim.url + path).pathname);
  };
  for (const path of named) await load(path);
  expect(seen.size).toBeGreaterThan(40);
  for (const path of ["simulator/state.ts", "simulator/page/serve-page.ts", "../simulator/state.ts", "package.json"])
    expect((await get(`${sim.url}/_sim/page/${path}`)).status).toBe(404);
});

test("by a name that was pointed here it is not shown", async ({ sim }) => {
  const { port } = new URL(sim.url);
  const { request } = await import("node:http");
  const status = await new Promise<number | undefined>((resolve) =>
    request({ port, path: "/", host: "127.0.0.1", headers: { host: "evil.example" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end(),
  );
  expect(status).toBe(403);
});

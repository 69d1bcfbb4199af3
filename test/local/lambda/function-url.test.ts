import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import {
  type FunctionUrlHandler,
  type FunctionUrlOptions,
  serveFunctionUrl,
} from "../../../local/lambda/function-url.ts";

let stop = async (): Promise<void> => undefined;
afterEach(() => stop());

async function serve(handler: FunctionUrlHandler, options: Partial<FunctionUrlOptions> = {}): Promise<string> {
  const server = createServer((request, response) => {
    void serveFunctionUrl(handler, { name: "group", ...options }, request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const answers: readonly {
  readonly name: string;
  readonly result: unknown;
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}[] = [
  { name: "a structured result", result: { statusCode: 202, body: '{"a":1}' }, status: 202, body: '{"a":1}' },
  {
    name: "its own content type",
    result: { statusCode: 200, headers: { "Content-Type": "text/plain" }, body: "ok" },
    status: 200,
    body: "ok",
    type: "text/plain",
  },
  {
    name: "a base64 body",
    result: { statusCode: 200, body: "5YaF5a65", isBase64Encoded: true },
    status: 200,
    body: "内容",
  },
  { name: "no body", result: { statusCode: 204 }, status: 204, body: "" },
  { name: "an object without statusCode", result: { plain_token: "x" }, status: 200, body: '{"plain_token":"x"}' },
  { name: "a string", result: "hello", status: 200, body: '"hello"' },
  { name: "nothing", result: undefined, status: 200, body: "null" },
  { name: "an impossible status", result: { statusCode: 1200 }, status: 502, body: "Internal Server Error" },
  {
    name: "an impossible header",
    result: { statusCode: 200, headers: { x: "a\nb" } },
    status: 502,
    body: "Internal Server Error",
  },
  {
    name: "more than 6 MB",
    result: { statusCode: 200, body: "x".repeat(6 * 1024 * 1024 + 1) },
    status: 502,
    body: "Internal Server Error",
  },
];

describe("a function URL's answer", () => {
  it.each([204, 304])("%i tells no length of a body that it cannot have", async (statusCode) => {
    const url = await serve(() => Promise.resolve({ statusCode, headers: {} }));
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([statusCode, null, ""]);
  });

  it.each(answers)("to $name", async ({ result, status, body, type = "application/json" }) => {
    const url = await serve(() => Promise.resolve(result as never));
    const answer = await fetch(url);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await answer.text()).toBe(body);
  });

  it("carries one set-cookie header for each cookie", async () => {
    const url = await serve(() => Promise.resolve({ statusCode: 200, cookies: ["a=1; Path=/", "b=2"] }));
    expect((await fetch(url)).headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
  });

  it("to HEAD has the length and no body", async () => {
    const url = await serve(() => Promise.resolve({ statusCode: 200, body: "12345" }));
    const answer = await fetch(url, { method: "HEAD" });
    expect(answer.headers.get("content-length")).toBe("5");
    expect(await answer.text()).toBe("");
  });

  it("is 502 when the handler throws, and the fault is told here only", async () => {
    const faults: unknown[] = [];
    const url = await serve(() => Promise.reject(new Error("table is gone")), { onFault: (f) => faults.push(f) });
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([502, "Internal Server Error"]);
    expect(faults).toEqual([new Error("table is gone")]);
  });

  it("is 502 when the handler runs out of time", async () => {
    const url = await serve(() => new Promise(() => undefined), { timeoutMs: 20 });
    expect((await fetch(url)).status).toBe(502);
  });
});

describe("a function URL's request", () => {
  it("shows the function its own path, without the mount", async () => {
    const paths: string[] = [];
    const url = await serve(
      (event) => {
        paths.push(`${event.rawPath}?${event.rawQueryString}`);
        return Promise.resolve({ statusCode: 200 });
      },
      { mount: "/group" },
    );
    for (const path of ["/group/ci?a=1", "/group", "/group?b=2", "/group/"]) await fetch(`${url}${path}`);
    expect(paths).toEqual(["/ci?a=1", "/?", "/?b=2", "/?"]);
  });

  it("joins repeated headers, also those that Node alone would drop", async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((event) => {
      seen.push(event.headers["authorization"], event.headers["x-tag"]);
      return Promise.resolve({ statusCode: 200 });
    });
    const headers = ["Authorization", "Bearer a", "Authorization", "Bearer b", "X-Tag", "1", "x-tag", "2"];
    const request = httpRequest(url, { headers: ["Host", "x", ...headers] as never }).end();
    const [response] = await once(request, "response");
    response.resume();
    expect(seen).toEqual(["Bearer a,Bearer b", "1,2"]);
  });

  it("counts down the time that is left", async () => {
    const left: number[] = [];
    const url = await serve(
      (_event, context) => {
        left.push(context.getRemainingTimeInMillis());
        const until = performance.now() + 5;
        while (performance.now() < until);
        left.push(context.getRemainingTimeInMillis());
        return Promise.resolve({ statusCode: 200 });
      },
      { timeoutMs: 10_000 },
    );
    await fetch(url);
    const [first = 0, second = 0] = left;
    expect(first).toBeLessThanOrEqual(10_000);
    expect(first).toBeGreaterThan(9_000);
    expect(second).toBeLessThanOrEqual(first - 4);
  });

  it.each([
    { bytes: 6 * 1024 * 1024, status: 200, calls: 1, answered: /^$/ },
    { bytes: 6 * 1024 * 1024 + 1, status: 413, calls: 0, answered: /"error":"too-large"/ },
  ])("of $bytes bytes is answered $status", async ({ bytes, status, calls, answered }) => {
    let called = 0;
    const url = await serve(() => {
      called += 1;
      return Promise.resolve({ statusCode: 200 });
    });
    const answer = await fetch(url, { method: "POST", body: Buffer.alloc(bytes, 0x20) });
    expect(answer.status).toBe(status);
    expect(called).toBe(calls);
    expect(await answer.text()).toMatch(answered);
  });
});

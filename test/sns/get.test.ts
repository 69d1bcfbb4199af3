import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, LookupFunction } from "node:net";
import { describe, expect, test } from "vitest";
import { createGet } from "../../lib/sns/get.ts";
import { certificate, host, key } from "../support/sns/sign-sns.ts";

/** Every host is this machine. */
const lookup: LookupFunction = (_host, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);

const answers: Readonly<Record<string, RequestListener>> = {
  "/ok": ({ headers }, response) => response.end(JSON.stringify(headers)),
  "/moved": (_, response) => response.writeHead(302, { location: `${host}/ok` }).end("elsewhere"),
  "/long": (_, response) => response.end("x".repeat(64 * 1_024 + 1)),
  "/silent": () => undefined,
  "/broken": (_, response) => {
    response.writeHead(200, { "content-length": "10" }).write("x");
    response.destroy();
  },
};

const it = test.extend("port", { scope: "file" }, async ({}, { onCleanup }) => {
  const server = createServer({ cert: certificate, key }, (request, response) =>
    answers[request.url ?? ""]?.(request, response),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  onCleanup(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
});

describe("one GET by https", () => {
  it("sends nothing but the address", async ({ port }) => {
    const got = await createGet({ lookup, port, ca: certificate })(`${host}/ok`, 2_000);
    expect(got).toMatchObject({ kind: "answer", status: 200 });
    const headers = JSON.parse(got.kind === "answer" ? got.text : "") as object;
    expect(Object.keys(headers).toSorted()).toEqual(["connection", "host", "user-agent"]);
  });

  it("follows nothing", async ({ port }) => {
    const got = await createGet({ lookup, port, ca: certificate })(`${host}/moved`, 2_000);
    expect(got).toEqual({ kind: "answer", status: 302, text: "elsewhere" });
  });

  it.for(["/long", "/broken"])("gives %s up", async (path, { port }) => {
    expect(await createGet({ lookup, port, ca: certificate })(host + path, 2_000)).toEqual({ kind: "lost" });
  });

  it("gives up what takes too long", async ({ port }) => {
    expect(await createGet({ lookup, port, ca: certificate })(`${host}/silent`, 50)).toEqual({ kind: "lost" });
  });

  it("takes no word of whom nobody vouches for, nor of another host", async ({ port }) => {
    expect(await createGet({ lookup, port })(`${host}/ok`, 2_000)).toEqual({ kind: "lost" });
    const other = "https://sns.us-east-1.amazonaws.com/ok";
    expect(await createGet({ lookup, port, ca: certificate })(other, 2_000)).toEqual({ kind: "lost" });
  });

  it("takes no address but https", async ({ port }) => {
    for (const url of ["http://sns.eu-west-1.amazonaws.com/ok", "nothing"])
      expect(await createGet({ lookup, port, ca: certificate })(url, 2_000)).toEqual({ kind: "lost" });
  });
});

import { spawnSync } from "node:child_process";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createFetchImage, type FetchOptions } from "../../../lib/send/images/fetch-image.ts";
import { noPictures, pictures, png } from "./pictures.ts";
import { deadOrigin, startStub, type Stub } from "../stub-server.ts";

const start = Date.UTC(2026, 10, 1);
const later = start + 60_000;

let stub: Stub | undefined;
afterEach(async () => {
  await stub?.close();
  stub = undefined;
});

const give = (response: ServerResponse, bytes: Uint8Array, type = "image/png"): void => {
  response.writeHead(200, type === "" ? {} : { "content-type": type });
  response.end(bytes);
};

const givePng = (response: ServerResponse): void => give(response, png);

const portOf = (origin: string): number => Number(new URL(origin).port);

/** Hosts as the tests' resolver knows them; every look-up is counted. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  "pictures.test": ["127.0.0.1"],
  "inner.test": ["127.0.0.2"],
  "half.test": ["8.8.8.8", "127.0.0.1"],
  "mapped.test": ["::ffff:127.0.0.1"],
  "zone.test": ["fe80::1%lo"],
  "metadata.test": ["169.254.169.254"],
  "empty.test": [],
};

async function setUp(answer: (response: ServerResponse, path: string) => void, options: Partial<FetchOptions> = {}) {
  stub = await startStub((response, request) => answer(response, request.path));
  const port = portOf(stub.origin);
  const lookups: string[] = [];
  const lookup = async (host: string): Promise<readonly string[]> => {
    lookups.push(host);
    const found = hosts[host];
    if (!found) throw new Error("ENOTFOUND");
    return found;
  };
  const fetchImage = createFetchImage({ now: () => start, ports: [port], lookup, ...options });
  return { port, lookups, stub, fetchImage };
}

/** For what is to be reached: loopback stands for the internet, the rest of 127/8 for the inside. */
const openLoopback = { isPublic: (address: string) => address === "127.0.0.1" };

describe("an address that is not public is not connected to", () => {
  it.each([
    "http://127.0.0.1/a.png",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://①②⑦.⓪.⓪.①/",
    "http://１２７.0.0.1/",
    "http://127%2e0%2e0%2e1/",
    "http:127.0.0.1/",
    "http:\\\\127.0.0.1\\",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://pictures.test/",
    "http://PICTURES.test/",
    "http://half.test/",
    "http://mapped.test/",
    "http://zone.test/",
    "http://metadata.test/",
    "https://pictures.test/",
  ])("%s", async (url) => {
    const { port, stub, fetchImage } = await setUp(givePng);
    const withPort = url.replace(/^(https?:(?:\/\/|\\\\)?(?:\[[^\]]*\]|[^/\\]*))/, `$1:${port}`);
    expect(new URL(withPort).port).toBe(String(port));
    expect(await fetchImage(withPort, later)).toEqual({
      kind: "no-media",
      reason: "the host's address is not public",
      internal: true,
    });
    expect(stub.connections()).toBe(0);
  });

  it("localhost, by the system's own DNS servers, some of which know it", async () => {
    stub = await startStub(givePng);
    const fetchImage = createFetchImage({ now: () => start, ports: [portOf(stub.origin)] });
    expect(await fetchImage(stub.origin.replace("127.0.0.1", "localhost"), later)).toMatchObject({
      reason: expect.stringMatching(/^the host('s address is not public| could not be looked up)$/),
    });
    expect(stub.connections()).toBe(0);
  });

  it("and the same listener is reached where its address is open", async () => {
    const { port, stub, fetchImage } = await setUp(givePng, openLoopback);
    expect(await fetchImage(`http://127.1:${port}/`, later)).toMatchObject({ kind: "image" });
    expect(stub.connections()).toBe(1);
  });
});

describe("a URL that is not for the web is refused without a look-up", () => {
  it.each([
    ["file:///etc/passwd", "not an http(s) URL"],
    ["ftp://pictures.test:PORT/a.png", "not an http(s) URL"],
    ["gopher://pictures.test:PORT/", "not an http(s) URL"],
    ["data:text/html,<b>", "not an http(s) URL"],
    ["javascript:alert(1)", "not an http(s) URL"],
    ["/a.png", "not an http(s) URL"],
    ["http://", "not an http(s) URL"],
    ["http://127.0.0.256:PORT/", "not an http(s) URL"],
    ["http://[fe80::1%25lo]:PORT/", "not an http(s) URL"],
    ["", "not an http(s) URL"],
    ["http://user:word@pictures.test:PORT/", "the URL carries credentials"],
    ["http://user@pictures.test:PORT/", "the URL carries credentials"],
    ["http://:word@pictures.test:PORT/", "the URL carries credentials"],
    ["http://8.8.8.8:PORT@pictures.test:PORT/", "the URL carries credentials"],
  ])("%s", async (url, reason) => {
    const { port, stub, lookups, fetchImage } = await setUp(givePng, openLoopback);
    const refused = await fetchImage(url.replaceAll("PORT", String(port)), later);
    expect(refused).toEqual({ kind: "no-media", reason });
    expect(lookups).toEqual([]);
    expect(stub.connections()).toBe(0);
  });

  it.each([22, 25, 81, 3306, 6379, 8000, 9200, 11211])("port %i", async (port) => {
    const fetchImage = createFetchImage({ now: () => start, ...openLoopback });
    const reason = "its port is not one of 80, 443, 8080, 8443";
    expect(await fetchImage(`http://127.0.0.1:${port}/`, later)).toEqual({ kind: "no-media", reason, internal: true });
  });

  it.each([
    "http://192.0.2.1/",
    "https://192.0.2.1/",
    "http://192.0.2.1:443/",
    "http://192.0.2.1:8080/",
    "https://192.0.2.1:8443/",
  ])("but a port of the web is let through to the address check: %s", async (url) => {
    const fetchImage = createFetchImage({ now: () => start });
    expect(await fetchImage(url, later)).toMatchObject({ reason: "the host's address is not public" });
  });
});

describe("a host", () => {
  it("is looked up once, and the connection goes to what was checked", async () => {
    const { port, stub, lookups, fetchImage } = await setUp(givePng, openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/a.png?b=1`, later)).toMatchObject({ kind: "image" });
    expect(lookups).toEqual(["pictures.test"]);
    expect(stub.requests).toMatchObject([
      { method: "GET", path: "/a.png?b=1", headers: { host: `pictures.test:${port}` } },
    ]);
  });

  it("that changes its address after the check is not asked again", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let asked = 0;
    const lookup = async (): Promise<readonly string[]> => answers[asked++] ?? [];
    const { port, fetchImage } = await setUp(givePng, { ...openLoopback, lookup });
    expect(await fetchImage(`http://rebind.test:${port}/`, later)).toMatchObject({ kind: "image" });
    expect(asked).toBe(1);
    expect(await fetchImage(`http://rebind.test:${port}/`, later)).toMatchObject({ kind: "no-media" });
  });

  it.each(["unknown.test", "empty.test"])("%s has no address", async (host) => {
    const { port, fetchImage } = await setUp(givePng, openLoopback);
    const reason = "the host could not be looked up";
    expect(await fetchImage(`http://${host}:${port}/`, later)).toEqual({ kind: "no-media", reason });
  });

  it("whose look-up does not end is given up", async () => {
    const lookup = () => new Promise<never>(() => undefined);
    const { port, fetchImage } = await setUp(givePng, { lookup, maximumMs: 20 });
    const reason = "the host could not be looked up";
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "no-media", reason });
  });
});

describe("redirects", () => {
  const to = (location: string) => (response: ServerResponse, at: string) => {
    if (at === "/end") return givePng(response);
    response.writeHead(302, { location });
    return response.end("moved");
  };

  it.each([
    ["http://169.254.169.254:PORT/latest/meta-data/", "the host's address is not public"],
    ["http://metadata.test:PORT/", "the host's address is not public"],
    ["http://inner.test:PORT/", "the host's address is not public"],
    ["//127.0.0.2:PORT/", "the host's address is not public"],
    ["http://127.0.0.1:22/", "its port is not one of PORT"],
    ["http://127.0.0.1:22/", "its port is not one of PORT"],
    ["http://user:word@127.0.0.1:PORT/end", "the URL carries credentials"],
    ["file:///etc/passwd", "not an http(s) URL"],
    ["data:image/png;base64,iVBORw0KGgo=", "not an http(s) URL"],
    ["http://[", "the download was answered with HTTP 302"],
  ])("to %s are refused", async (location, reason) => {
    let port = 0;
    const set = await setUp((...call) => to(location.replace("PORT", String(port)))(...call), openLoopback);
    ({ port } = set);
    const refused = await set.fetchImage(`http://pictures.test:${port}/`, later);
    expect(refused).toEqual({ kind: "no-media", reason: reason.replace("PORT", String(port)) });
    expect(set.stub.connections()).toBe(1);
  });

  it.each([301, 302, 303, 307, 308])("with status %i, to a path of the same host, are followed", async (status) => {
    const { port, stub, fetchImage } = await setUp((response, at) => {
      if (at === "/a/end") return givePng(response);
      response.writeHead(status, { location: "end" });
      return response.end();
    }, openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/a/b`, later)).toMatchObject({ kind: "image" });
    expect(stub.requests.map(({ path }) => path)).toEqual(["/a/b", "/a/end"]);
  });

  it.each([
    [3, "image", 4],
    [4, "no-media", 4],
  ])("%i of them: %s", async (count, kind, requests) => {
    const { port, stub, fetchImage } = await setUp((response, at) => {
      const step = Number(at.slice(1));
      if (step === count) return givePng(response);
      response.writeHead(302, { location: `/${step + 1}` });
      return response.end();
    }, openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/0`, later)).toMatchObject({ kind });
    expect(stub.requests).toHaveLength(requests);
  });
});

describe("what comes", () => {
  it.each(Object.entries(pictures))("%s is taken", async (type, bytes) => {
    const { port, fetchImage } = await setUp((response) => give(response, bytes, type), openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "image", bytes, type });
  });

  it("is what its bytes say, whatever picture it is called", async () => {
    const { port, fetchImage } = await setUp((response) => give(response, png, "IMAGE/Jpeg; q=1"), openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toMatchObject({ type: "image/png" });
  });

  it.each<readonly [string, Uint8Array, string, string]>([
    ...Object.entries(noPictures).map(
      ([name, bytes]) => [name, bytes, "image/png", "not a PNG, JPEG, GIF or WebP"] as const,
    ),
    ["a PNG called HTML", png, "text/html", "the download is not called an image"],
    ["a PNG called nothing", png, "", "the download is not called an image"],
  ])("%s is refused", async (_, bytes, type, reason) => {
    const { port, fetchImage } = await setUp((response) => give(response, bytes, type), openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "no-media", reason });
  });

  it.each([201, 204, 206, 300, 304, 400, 401, 404, 500])("with status %i is refused", async (status) => {
    const { port, fetchImage } = await setUp((response) => {
      response.writeHead(status, { "content-type": "image/png" });
      response.end(status === 204 || status === 304 ? undefined : png);
    }, openLoopback);
    const reason = `the download was answered with HTTP ${status}`;
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "no-media", reason });
  });

  it("compressed is no picture: it is not unpacked", async () => {
    const { port, stub, fetchImage } = await setUp((response) => {
      response.writeHead(200, { "content-type": "image/png", "content-encoding": "gzip" });
      response.end(Buffer.from("1f8b0800000000000003", "hex"));
    }, openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toMatchObject({ kind: "no-media" });
    expect(stub.requests[0]?.headers["accept-encoding"]).toBeUndefined();
  });
});

describe("size", () => {
  const maxBytes = 1_000;
  const padded = (size: number): Buffer => Buffer.concat([png], size);

  it.each([
    [1_000, "image"],
    [1_001, "no-media"],
  ])("%i bytes of 1,000: %s", async (size, kind) => {
    const { port, fetchImage } = await setUp((response) => give(response, padded(size)), { ...openLoopback, maxBytes });
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toMatchObject({ kind });
  });

  it("without end is left in the middle", async () => {
    let given = 0;
    let left = () => {};
    const gone = new Promise<void>((resolve) => (left = resolve));
    const { port, fetchImage } = await setUp(
      (response) => {
        response.writeHead(200, { "content-type": "image/png" });
        response.on("close", left);
        const pour = (): void => {
          given += 65_536;
          if (!response.destroyed) response.write(padded(65_536), pour);
        };
        pour();
      },
      { ...openLoopback, maxBytes },
    );
    const reason = "the image is too large";
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "no-media", reason });
    await gone;
    expect(given).toBeLessThan(50_000_000);
  });

  it.each([
    ["too small", 5, "not a PNG, JPEG, GIF or WebP"],
    ["too great", 900, "the download failed (ECONNRESET)"],
    ["in the millions, of few bytes", 900_000_000, "the download failed (ECONNRESET)"],
  ])("told %s is found out", async (_, told, reason) => {
    const { port, fetchImage } = await setUp(
      ({ socket }) => {
        socket?.write(`HTTP/1.1 200 OK\r\ncontent-type: image/png\r\ncontent-length: ${told}\r\n\r\n`);
        socket?.end(png);
      },
      { ...openLoopback, maxBytes },
    );
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual({ kind: "no-media", reason });
  });
});

describe("time", () => {
  const late = { kind: "no-media", reason: "the download took too long" };

  it.each<[string, (response: ServerResponse) => void]>([
    ["no answer", () => undefined],
    ["a body that stops", (response) => response.writeHead(200, { "content-type": "image/png" }).write(png)],
    [
      "a body that drips",
      (response) => {
        response.writeHead(200, { "content-type": "image/png" });
        const drip = setInterval(() => response.write("."), 5);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("%s", async (_, answer) => {
    const { port, stub, fetchImage } = await setUp(answer, { ...openLoopback, maximumMs: 40 });
    expect(await fetchImage(`http://pictures.test:${port}/`, later)).toEqual(late);
    expect(stub.requests).toHaveLength(1);
  });

  it("is the deadline's where that is nearer", async () => {
    const { port, fetchImage } = await setUp(() => undefined, openLoopback);
    expect(await fetchImage(`http://pictures.test:${port}/`, start + 40)).toEqual(late);
  });

  it("none left: nothing is begun", async () => {
    const { port, stub, lookups, fetchImage } = await setUp(givePng, openLoopback);
    const reason = "no time left to download the image";
    expect(await fetchImage(`http://pictures.test:${port}/`, start)).toEqual({ kind: "no-media", reason });
    expect([lookups, stub.connections()]).toEqual([[], 0]);
  });
});

describe("a connection", () => {
  it("that fails is told by its code", async () => {
    const dead = await deadOrigin();
    const fetchImage = createFetchImage({ now: () => start, ports: [portOf(dead)], ...openLoopback });
    const reason = "the download failed (ECONNREFUSED)";
    expect(await fetchImage(dead, later)).toEqual({ kind: "no-media", reason });
  });

  it("over https speaks TLS", async () => {
    const { port, stub, fetchImage } = await setUp(givePng, openLoopback);
    const failed = await fetchImage(`https://pictures.test:${port}/`, later);
    expect(failed).toMatchObject({ kind: "no-media", reason: expect.stringMatching(/SSL|EPROTO|ECONNRESET/) });
    expect([stub.connections(), stub.requests.length]).toEqual([1, 0]);
  });

  it("tells nothing but what is asked for", async () => {
    const { port, stub, fetchImage } = await setUp(givePng, openLoopback);
    await fetchImage(`http://pictures.test:${port}/#part`, later);
    const [request] = stub.requests;
    expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual(["accept", "connection", "host", "user-agent"]);
    expect(request).toMatchObject({ path: "/", body: "" });
  });

  it("does not go by a proxy of the environment", async () => {
    const { port, stub } = await setUp(givePng, openLoopback);
    const module = path.resolve(import.meta.dirname, "../../../lib/send/images/fetch-image.ts");
    const program = `
      import { createFetchImage } from ${JSON.stringify(module)};
      const fetchImage = createFetchImage({
        now: () => 0, ports: [${port}], isPublic: () => true, lookup: async () => ["127.0.0.2"], maximumMs: 2000 });
      console.log(JSON.stringify(await fetchImage("http://pictures.test:${port}/", 10_000)));`;
    const proxy = `http://127.0.0.1:${port}`;
    const child = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: proxy, http_proxy: proxy, HTTPS_PROXY: proxy, ALL_PROXY: proxy },
    });
    expect(child.stdout.trim()).toBe('{"kind":"no-media","reason":"the download failed (ECONNREFUSED)"}');
    expect(stub.connections()).toBe(0);
  });
});

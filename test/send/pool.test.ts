import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createPool } from "../../lib/send/pool.ts";
import { deadOrigin, reply, startStub, type Stub } from "./stub-server.ts";

let stub: Stub | undefined;
afterEach(() => stub?.close());

const post = { path: "/a", headers: { "content-type": "application/json" }, body: '{"n":1}', timeoutMs: 2_000 };

/** Time for the connection to be free again after an answer: two turns of the event loop. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("an answer", () => {
  it("comes whole, with status and headers", async () => {
    stub = await startStub((response) => reply(response, 418, { text: "很好" }));
    const posted = await createPool(stub.origin, { now: () => 0 }).post(post);
    expect(posted).toMatchObject({ kind: "answer", status: 418, text: '{"text":"很好"}' });
    expect(posted).toMatchObject({ headers: { "x-tps-trace-id": "trace-1" } });
    expect(stub.requests).toMatchObject([{ method: "POST", path: "/a", body: '{"n":1}' }]);
  });

  it("to a PUT comes too", async () => {
    stub = await startStub((response) => reply(response, 204, ""));
    const posted = await createPool(stub.origin, { now: () => 0 }).post({ ...post, method: "PUT" });
    expect(posted).toMatchObject({ kind: "answer", status: 204, text: "" });
    expect(stub.requests).toMatchObject([{ method: "PUT", path: "/a", body: '{"n":1}' }]);
  });

  it("is cut after 256 kB", async () => {
    stub = await startStub((response) => reply(response, 200, "x".repeat(400_000)));
    const posted = await createPool(stub.origin, { now: () => 0 }).post(post);
    expect(posted.kind === "answer" && posted.text.length).toBe(262_144);
  });
});

/** Posts at these times, and tells how many connections that took. */
async function postAt(times: readonly number[]): Promise<number | undefined> {
  stub = await startStub((response) => reply(response, 200, {}));
  let time = 0;
  const pool = createPool(stub.origin, { now: () => time, idleMs: 4_000 });
  for (time of times) {
    await pool.post(post);
    await settle();
  }
  return stub.connections();
}

describe("connections", () => {
  it("are used again", async () => {
    expect(await postAt([0, 10, 3_000, 6_999])).toBe(1);
  });

  it("are not used again after a long pause, whatever the timers say: Lambda may have frozen us", async () => {
    expect(await postAt([0, 10, 60_000, 60_010])).toBe(2);
  });
});

describe("an answer that does not come", () => {
  it("nothing listens: not written", async () => {
    const pool = createPool(await deadOrigin(), { now: () => 0 });
    expect(await pool.post(post)).toEqual({ kind: "lost", written: false, code: "ECONNREFUSED" });
  });

  it("TLS fails: not written", async () => {
    stub = await startStub((response) => reply(response, 200, {}));
    const pool = createPool(stub.origin.replace("http:", "https:"), { now: () => 0 });
    expect(await pool.post(post)).toMatchObject({ kind: "lost", written: false });
    expect(stub.requests).toHaveLength(0);
  });

  it("no connection in time: not written", async () => {
    // Speaks TCP, but not TLS: the handshake hangs.
    const mute = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => setTimeout(() => socket.destroy(), 40));
    });
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const address = mute.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const pool = createPool(`https://127.0.0.1:${port}`, { now: () => 0 });
    expect(await pool.post({ ...post, timeoutMs: 20 })).toEqual({ kind: "lost", written: false, code: "timeout" });
    await new Promise((resolve) => mute.close(resolve));
  });

  it("a connection that comes after the time is up is not written to", async () => {
    stub = await startStub((response) => reply(response, 200, {}));
    await createPool(stub.origin, { now: () => 0 }).post(post);
    const pool = createPool(stub.origin, { now: () => 0 });
    // The event loop goes from immediates to timers, then to sockets; both come due while this thread is busy.
    await new Promise((resolve) => setImmediate(resolve));
    const posting = pool.post({ ...post, path: "/late", timeoutMs: 1 });
    const until = performance.now() + 5;
    while (performance.now() < until);
    expect(await posting).toEqual({ kind: "lost", written: false, code: "timeout" });
    expect(await pool.post(post)).toMatchObject({ kind: "answer" });
    expect(stub.requests.map(({ path }) => path)).toEqual(["/a", "/a"]);
  });

  it.each([
    ["reset after the request was read", "UND_ERR_SOCKET", undefined],
    ["cut in the middle of the answer", "UND_ERR_SOCKET", 200],
    ["too slow", "timeout", undefined],
  ])("%s: written", async (how, code, status) => {
    stub = await startStub((response) => {
      if (how.startsWith("reset")) response.socket?.destroy();
      if (how.startsWith("cut")) {
        response.writeHead(200, { "content-length": "100" });
        response.write("abc", () => response.socket?.destroy());
      }
    });
    const pool = createPool(stub.origin, { now: () => 0 });
    const timeoutMs = how === "too slow" ? 30 : 2_000;
    const posted = await pool.post({ ...post, timeoutMs });
    expect(posted).toEqual({ kind: "lost", written: true, code, ...(status && { status }) });
    expect(stub.requests).toHaveLength(1);
  });

  it("a header that cannot be sent is not written", async () => {
    stub = await startStub((response) => reply(response, 200, {}));
    const pool = createPool(stub.origin, { now: () => 0 });
    expect(await pool.post({ ...post, headers: { authorization: "a\nb" } })).toMatchObject({ written: false });
    expect(stub.requests).toHaveLength(0);
  });
});

import type { ServerResponse } from "node:http";
import { expect, it as base, vi } from "vitest";
import { connect } from "../../../lib/store/dynamo/client.ts";
import { openDynamo } from "../../../lib/store/dynamo/table.ts";
import { createStore } from "../../../lib/store/store.ts";
import { noon } from "../../support/build.ts";
import { startStub } from "../../send/stub-server.ts";

const target = { scene: "group", id: "G1" } as const;

const it = base.extend("read", ({}, { onCleanup }) => async (answer: (response: ServerResponse) => void) => {
  const stub = await startStub(answer);
  const logs: unknown[] = [];
  const client = connect(stub.origin, false, { log: (...line) => logs.push(line), timeoutMs: 200 });
  onCleanup(async () => {
    client.destroy();
    await stub.close();
  });
  const store = createStore(
    openDynamo(client, "t", () => noon),
    30,
  );
  const begun = performance.now();
  const end = await store.hasPending(target).then(String, (error: Error) => error.name);
  return { end, ms: performance.now() - begun, tries: stub.requests.length, logs };
});

it.for<[what: string, answer: (response: ServerResponse) => void]>([
  ["never answers", () => undefined],
  [
    "stops in the midst of its answer",
    (response) => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0", "content-length": "100" });
      response.write("{");
    },
  ],
])(
  "a database that %s is a fault after a few short tries, and the SDK says nothing past the log",
  async ([, answer], { read }) => {
    const said = vi.spyOn(console, "warn");
    const { end, ms, tries, logs } = await read(answer);
    expect([end, tries]).toEqual(["TimeoutError", 3]);
    expect(ms).toBeGreaterThan(550);
    expect(ms).toBeLessThan(3_000);
    expect([said.mock.calls, logs]).toEqual([[], []]);
  },
);

it("a database that is silent once is asked again", async ({ read }) => {
  let silent = true;
  const { end, tries } = await read((response) => {
    if (!silent) {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
      response.end('{"Items":[],"Count":0}');
    }
    silent = false;
  });
  expect([end, tries]).toEqual(["false", 2]);
});

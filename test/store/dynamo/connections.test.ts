import { expect, it, vi } from "vitest";
import { startChild } from "../../../bench/child.ts";
import { openConnections } from "../../../lib/store/dynamo/connections.ts";
import { reply, startStub } from "../../send/stub-server.ts";

it("a connection is used again within a minute, and not once it is older: the other side may have left a frozen instance", async () => {
  const stub = await startStub((response) => reply(response, 200, {}));
  const connections = openConnections(stub.origin, 2_000);
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    for (const [passed, opened] of [
      [0, 1],
      [59_000, 1],
      [2_000, 2],
      [1_000, 2],
    ] as const) {
      vi.setSystemTime(Date.now() + passed);
      expect(await connections.post({ headers: {}, body: "{}" })).toMatchObject({ status: 200, text: "{}" });
      expect(stub.connections()).toBe(opened);
    }
  } finally {
    vi.useRealTimers();
    await connections.close();
    await stub.close();
  }
});

it("an answer that came while this process stood still is read, however long that was", async () => {
  const stub = await startChild<{ readonly dynamo: string }>(
    new URL("../../../bench/dynamo/stub-aws.ts", import.meta.url),
  );
  const connections = openConnections(stub.ready.dynamo, 150);
  try {
    await connections.post({ headers: {}, body: "{}" });
    const asked = connections.post({ headers: {}, body: "{}" });
    // Two turns of the loop have written it, and the other process answers meanwhile.
    await new Promise((turned) => setImmediate(() => setImmediate(turned)));
    standStill(600);
    expect(await asked).toMatchObject({ status: 200, text: "{}" });
  } finally {
    await connections.close();
    stub.stop();
  }
});

function standStill(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

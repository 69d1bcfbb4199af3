import type { ServerResponse } from "node:http";
import { describe, expect, it as base } from "vitest";
import { connect, localAt, type Where } from "../../../lib/store/dynamo/client.ts";
import { createSdkClient, viaSdk } from "../../../lib/store/dynamo/sdk-client.ts";
import { deadOrigin, startStub } from "../../send/stub-server.ts";

type Told = (response: ServerResponse, nth: number) => void;

const say =
  (status: number, body: unknown, headers: Record<string, string> = {}): Told =>
  (response) => {
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0", ...headers });
    response.end(JSON.stringify(body));
  };

const fault = (name: string, status = 400, headers = {}): Told =>
  say(status, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: `because of ${name}` }, headers);

const fault5 = say(400, { __type: 5 });

const good = say(200, { Item: { pk: { S: "p" } } });

/** The first answer, then good ones. */
const once =
  (first: Told): Told =>
  (response, nth) =>
    (nth === 1 ? first : good)(response, nth);

const question = { TableName: "t", Key: { pk: { S: "p" }, sk: { S: "s" } }, ConsistentRead: true };

/** Both ways to a table: ours, and the SDK's, which is the model. */
const ways = {
  ours: (origin: string, timeoutMs: number) => connect(localAt(origin), { timeoutMs }),
  "the SDK's": (origin: string, timeoutMs: number) => viaSdk(createSdkClient(origin, false, { timeoutMs })),
};

const it = base
  .extend("stops", ({}, { onCleanup }) => {
    const stops: (() => Promise<void>)[] = [];
    onCleanup(async () => {
      for (const stop of stops) await stop();
    });
    return stops;
  })
  .extend("ask", ({ stops }) => async (way: keyof typeof ways, answer: Told, timeoutMs = patience) => {
    const stub = await startStub((response, _request, nth) => answer(response, nth));
    const dynamo = ways[way](stub.origin, timeoutMs);
    stops.push(dynamo.close, stub.close);
    const begun = performance.now();
    const end = await dynamo.call("GetItem", question).then(
      ({ Item }) => Item,
      ({ name, message }: Error) => `${name}: ${message}`,
    );
    return { end, ms: performance.now() - begun, tries: stub.requests.length, requests: stub.requests };
  });

/** Longer (ms) than any machine stands still; what is silent is given up after the shorter one. */
const patience = 20_000;
const short = 200;

const item = { pk: { S: "p" } };

const halfway: Told = (response) => {
  response.writeHead(200, { "content-type": "application/x-amz-json-1.0", "content-length": "100" });
  response.write("{");
};

describe.concurrent.each(Object.keys(ways) as (keyof typeof ways)[])("%s way to a table", (way) => {
  it.for<[what: string, answer: Told, end: unknown, tries: number]>([
    ["answers", good, item, 1],
    ["cuts the connection once", once((response) => response.destroy()), item, 2],
    ["throttles once", once(fault("ThrottlingException")), item, 2],
    ["has no capacity once", once(fault("ProvisionedThroughputExceededException")), item, 2],
    ["is too busy once", once(fault("RequestLimitExceeded")), item, 2],
    ["fails once", once(fault("InternalServerError", 500)), item, 2],
    ["is out of service once", once(say(503, "none")), item, 2],
    [
      "throttles once, and says so in a header",
      once(say(400, {}, { "x-amzn-errortype": "ThrottlingException" })),
      item,
      2,
    ],
    ["throttles once, and says more behind its name", once(fault("ThrottlingException:http://aws/")), item, 2],
    ["has the same item changed elsewhere", once(fault("ReplicatedWriteConflictException")), item, 2],
    ["fails once and says nothing", once(say(500, null)), item, 2],
    ["is behind something that names its fault by a number", fault5, expect.stringMatching(/UnknownError/), 1],
    ["never has capacity", fault("ThrottlingException"), "ThrottlingException: because of ThrottlingException", 3],
    ["always fails", fault("InternalServerError", 500), "InternalServerError: because of InternalServerError", 3],
    ["refuses a condition", fault("ConditionalCheckFailedException"), expect.stringMatching(/^Conditional/), 1],
    ["finds a mistake", fault("ValidationException"), "ValidationException: because of ValidationException", 1],
    ["denies access", fault("AccessDeniedException"), expect.stringMatching(/^AccessDenied/), 1],
    ["has no such table", fault("ResourceNotFoundException"), expect.stringMatching(/^ResourceNotFound/), 1],
    [
      "finds the clock wrong by an hour",
      once(fault("InvalidSignatureException", 400, { date: new Date(Date.now() + 3_600_000).toUTCString() })),
      item,
      2,
    ],
    ["finds the signature wrong", fault("InvalidSignatureException"), expect.stringMatching(/^InvalidSignature/), 1],
  ])("a database that %s", async ([, answer, end, tries], { ask }) => {
    expect(await ask(way, answer)).toMatchObject({ end, tries });
  });

  it.for<[what: string, answer: Told]>([
    ["never answers", () => undefined],
    ["stops in the midst of its answers", halfway],
  ])("a database that %s is a fault after a few short tries", async ([, answer], { ask }) => {
    const { end, tries, ms } = await ask(way, answer, short);
    expect([end, tries]).toEqual([expect.stringMatching(/^TimeoutError: /), 3]);
    expect(ms).toBeGreaterThan(550);
    expect(ms).toBeLessThan(5_000);
  });

  it.for<[what: string, answer: Told]>([
    ["is silent once", once(() => undefined)],
    ["stops once in the midst of its answer", once(halfway)],
  ])("a database that %s is asked again", async ([, answer], { ask }) => {
    const { end, tries } = await ask(way, answer, 1_000);
    expect([end, tries > 1]).toEqual([item, true]);
  });

  it("a port on which nothing listens is a fault", async () => {
    const dynamo = ways[way](await deadOrigin(), patience);
    await expect(dynamo.call("GetItem", question)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await dynamo.close();
  });
});

it("asks as the SDK does, signed for the clock that AWS has after a correction", async ({ ask }) => {
  const names = ["host", "content-type", "x-amz-target"];
  const [ours, theirs] = [await ask("ours", good), await ask("the SDK's", good)].map(({ requests: [request] }) => ({
    body: request?.body,
    path: request?.path,
    headers: names.map((name) => (name === "host" ? request?.headers[name]?.split(":")[0] : request?.headers[name])),
    authorization: request?.headers.authorization?.replaceAll(/SignedHeaders=[\w;-]+|Signature=\w+/g, ""),
  }));
  expect(ours).toEqual(theirs);

  const ahead = new Date(Date.now() + 3_600_000);
  const wrongClock = once(fault("InvalidSignatureException", 400, { date: ahead.toUTCString() }));
  const { requests } = await ask("ours", wrongClock);
  const dates = requests.map(({ headers }) => String(headers["x-amz-date"]).replace(/\d\dZ$/, ""));
  expect(dates[1]).toBe(
    ahead
      .toISOString()
      .replaceAll(/[-:]|\.\d+/g, "")
      .replace(/\d\dZ$/, ""),
  );
});

it("signs as AWS says: the same request has the signature that AWS's own signer gives it", async () => {
  const { SignatureV4 } = await import("@smithy/signature-v4");
  const { Sha256 } = await import("@smithy/core/checksum");
  const stub = await startStub((response) => good(response, 1));
  const where: Where = {
    endpoint: stub.origin,
    region: "ap-southeast-1",
    credentials: { accessKeyId: "id", secretAccessKey: "secret", sessionToken: "of the session" },
  };
  const now = Date.parse("2026-11-30T04:00:00Z");
  const dynamo = connect(where, { now: () => now });
  for (let time = 0; time < 2; time += 1) await dynamo.call("GetItem", question);
  await dynamo.close();
  await stub.close();
  const signer = new SignatureV4({ service: "dynamodb", ...where, sha256: Sha256, applyChecksum: false });
  for (const { headers, body } of stub.requests) {
    expect(headers).toMatchObject({ "x-amz-date": "20261130T040000Z", "x-amz-security-token": "of the session" });
    const { host = "", authorization } = headers;
    const signed = await signer.sign(
      {
        method: "POST",
        protocol: "http:",
        hostname: "127.0.0.1",
        path: "/",
        query: {},
        headers: { host, "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.GetItem" },
        body,
      },
      { signingDate: new Date(now) },
    );
    expect(authorization).toBe(signed.headers["authorization"]);
  }
});

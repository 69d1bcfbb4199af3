import { createHash, createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createInvoke, type InvokeOptions } from "../../lib/send/invoke.ts";
import { deadOrigin, reply, startStub, type Stub, type StubRequest } from "./stub-server.ts";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const now = (): number => Date.UTC(2026, 10, 1, 12, 30, 5);
const target = { scene: "group", id: "4C8F" } as const;

let stub: Stub | undefined;
afterEach(() => stub?.close());

async function setUp(statuses: readonly number[], options: Partial<InvokeOptions> = {}) {
  stub = await startStub((response, _request, nth) => {
    response.setHeader("x-amzn-errortype", "SomeException:http://internal.example/");
    reply(response, statuses[Math.min(nth, statuses.length) - 1] ?? 500, "");
  });
  return createInvoke({
    region: "ap-east-1",
    functionName: (scene) => `relay-${scene}`,
    credentials,
    endpoint: stub.origin,
    now,
    ...options,
  });
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** Signature Version 4 as its specification tells it, apart from the library under test. */
function signatureOf({ method, path, headers, body }: StubRequest, names: readonly string[]): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const lines = names.map((name) => `${name}:${String(headers[name])}\n`).join("");
  const canonical = [method, encoded, "", lines, names.join(";"), hash(body)].join("\n");
  const scope = "20261101/ap-east-1/lambda/aws4_request";
  const toSign = ["AWS4-HMAC-SHA256", "20261101T123005Z", scope, hash(canonical)].join("\n");
  const key = scope.split("/").reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  return createHmac("sha256", key).update(toSign).digest("hex");
}

describe("a wake-up", () => {
  it.each([
    ["relay-group", "/2015-03-31/functions/relay-group/invocations"],
    [
      "arn:aws:lambda:ap-east-1:1:function:relay",
      "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aap-east-1%3A1%3Afunction%3Arelay/invocations",
    ],
  ])("invokes %s without waiting for its end", async (name, path) => {
    const wake = await setUp([202], { functionName: () => name });
    await wake(target);
    expect(stub?.requests).toMatchObject([
      {
        method: "POST",
        path,
        headers: { "x-amz-invocation-type": "Event", "content-type": "application/json" },
        body: '{"deliver":"group:4C8F"}',
      },
    ]);
  });

  it.each([[undefined], ["session-token"]])("is signed, with session token %s", async (sessionToken) => {
    const wake = await setUp([202], {
      credentials: { ...credentials, ...(sessionToken && { sessionToken }) },
      functionName: () => "arn:aws:lambda:ap-east-1:1:function:relay",
    });
    await wake(target);
    const [request] = stub?.requests ?? [];
    const [, signed = "", signature] =
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20261101\/ap-east-1\/lambda\/aws4_request, SignedHeaders=(\S+), Signature=(\w{64})$/.exec(
        request?.headers.authorization ?? "",
      ) ?? [];
    const names = signed.split(";");
    expect(names).toEqual(expect.arrayContaining(["host", "x-amz-date", "x-amz-invocation-type"]));
    expect(names.includes("x-amz-security-token")).toBe(sessionToken !== undefined);
    expect(request?.headers["x-amz-security-token"]).toBe(sessionToken);
    expect(request && signatureOf(request, names)).toBe(signature);
  });

  it.each([500, 503, 429])("is tried once more after %i", async (status) => {
    const wake = await setUp([status, 202]);
    await wake(target);
    expect(stub?.requests).toHaveLength(2);
  });
});

describe("a wake-up that fails", () => {
  it.each([
    [403, 1, "wake-up of relay-group failed: HTTP 403 SomeException; allow lambda:InvokeFunction on it"],
    [404, 1, "wake-up of relay-group failed: HTTP 404 SomeException"],
    [200, 1, "wake-up of relay-group failed: HTTP 200 SomeException"],
    [500, 2, "wake-up of relay-group failed: HTTP 500 SomeException"],
  ])("with %i is tried %i times and says why", async (status, times, message) => {
    const wake = await setUp([status]);
    await expect(wake(target)).rejects.toThrow(new Error(message));
    expect(stub?.requests).toHaveLength(times);
  });

  it("says so when nothing answers", async () => {
    const wake = await setUp([202], { endpoint: await deadOrigin() });
    await expect(wake(target)).rejects.toThrow("wake-up of relay-group failed: no answer (ECONNREFUSED)");
  });
});

it("speaks to the region's endpoint over TLS unless told otherwise", async () => {
  expect(() =>
    createInvoke({ region: "r", functionName: () => "f", credentials, endpoint: "http://example.org", now }),
  ).toThrow("the Lambda endpoint points to example.org without TLS");
});

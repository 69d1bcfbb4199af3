import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { account } from "../../local/plan/inventions.ts";
import { allows, type Statement } from "../../local/plan/statements.ts";

export type Aws = {
  readonly url: string;
  /** What was refused: a caller's name, an action and a resource each. */
  readonly denied: readonly string[];
  readonly stop: () => void;
};

export type AwsOptions = {
  readonly region: string;
  /** Where DynamoDB really is. */
  readonly database: string;
  /** What a function may do, by the key id that it signs with: its name. */
  readonly statementsOf: (name: string) => readonly Statement[];
  /** An asynchronous invocation. */
  readonly invoke: (name: string, event: unknown) => void;
};

/** DynamoDB and Lambda behind one address that lets each function do what its role says, and nothing else. */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const denied: string[] = [];
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const caller = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    const body = await readBody(request);
    const call = readCall(request, body, options.region);
    if (!allows(options.statementsOf(caller), call.action, call.resource)) {
      denied.push(`${caller}: ${call.action} on ${call.resource}`);
      const message = `${caller} is not authorized to perform: ${call.action} on resource: ${call.resource}`;
      const type = "com.amazon.coral.service#AccessDeniedException";
      return { status: call.invokes ? 403 : 400, text: JSON.stringify({ __type: type, message }) };
    }
    if (call.invokes === undefined) return forward(options.database, request, body);
    options.invoke(call.invokes, JSON.parse(body.toString()));
    return { status: 202, text: "" };
  };
  const server = createServer((request, response) => {
    void answer(request).then(({ status, text }) => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(text);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, denied, stop };
}

type Answer = { readonly status: number; readonly text: string };

/** What a request wants to do with what, in the words of policies. */
function readCall(request: IncomingMessage, body: Buffer, region: string) {
  const invokes = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url ?? "")?.[1];
  if (invokes !== undefined) {
    const resource = `arn:aws:lambda:${region}:${account}:function:${invokes}`;
    return { action: "lambda:InvokeFunction", resource, invokes };
  }
  const operation = /^DynamoDB_\d+\.(\w+)$/.exec(String(request.headers["x-amz-target"]))?.[1];
  const { TableName = "", IndexName } = JSON.parse(body.toString()) as Readonly<Record<string, string>>;
  const table = `arn:aws:dynamodb:${region}:${account}:table/${TableName}`;
  return { action: `dynamodb:${operation}`, resource: IndexName === undefined ? table : `${table}/index/${IndexName}` };
}

async function forward(url: string, { headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  const names = ["x-amz-target", "x-amz-date", "authorization", "content-type"];
  const passed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  const response = await fetch(url, { method: "POST", headers: passed, body: new Uint8Array(body) });
  return { status: response.status, text: await response.text() };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

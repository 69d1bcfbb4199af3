import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { inBoth } from "../../lib/model/said.ts";
import type { Operation } from "../operate/operation.ts";
import { isRefused, refusedStatus } from "../operate/operation.ts";
import type { OperatePorts } from "../operate/operate-ports.ts";
import { operations } from "../operate/operations.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { readJsonRequest } from "./read-json-request.ts";

/** `POST /_relay/operate/<operation>` with what is asked as JSON: each operation of `local/operate`, done by the relay that runs. */
export const operationMounts = (ports: OperatePorts): readonly Mount[] =>
  Object.entries<Operation>(operations).map(([name, operation]) => ({
    path: `/_relay/operate/${name}`,
    exact: true,
    serve: (...http) => serveOperation(operation, ports, ...http),
  }));

const notRead = inBoth(
  "POST it as application/json; what is no JSON, or too large, is not read.",
  "请用 application/json POST；不是 JSON 或太大的不读。",
);

/** Each field at fault and why, in one line: the page shows the half in its language. */
function explain(error: z.ZodError): string {
  const faults = error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`).join("; ");
  return inBoth(`This does not fit. ${faults}`, `不合要求。${faults}`);
}

async function serveOperation(
  { request: schema, run, maxBytes }: Operation,
  ports: OperatePorts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJsonRequest(request, maxBytes);
  const read = schema.safeParse(body);
  if (!read.success)
    return answerJson(response, 400, { error: "invalid", message: body === undefined ? notRead : explain(read.error) });
  const answer = (await run(read.data, ports)) as object;
  answerJson(response, isRefused(answer) ? refusedStatus[answer.error] : 200, answer);
}

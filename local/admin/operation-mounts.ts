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

async function serveOperation(
  { request: schema, run, maxBytes }: Operation,
  ports: OperatePorts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const read = schema.safeParse(await readJsonRequest(request, maxBytes));
  if (!read.success) {
    const where = z.prettifyError(read.error);
    const message = inBoth(`POST it as application/json. ${where}`, `请用 application/json POST。${where}`);
    return answerJson(response, 400, { error: "invalid", message });
  }
  const answer = (await run(read.data, ports)) as object;
  answerJson(response, isRefused(answer) ? refusedStatus[answer.error] : 200, answer);
}

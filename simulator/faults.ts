import { randomUUID } from "node:crypto";
import * as z from "zod";
import { answerRefusal, failed, type Answer } from "./answer.ts";
import type { SceneName } from "./scene.ts";

/** A fault for the next calls. `delayMs` alone delays and goes on; without `match` only message sends are hit. */
export const Fault = z
  .strictObject({
    times: z.int().min(1).default(1),
    code: z.int().optional(),
    status: z.int().min(200).max(599).optional(),
    delayMs: z.number().min(0).max(600_000).optional(),
    drop: z.enum(["before", "after"]).optional(),
    match: z.string().optional(),
    /** The front proxy's page instead of JSON. */
    html: z.boolean().optional(),
  })
  .refine(
    ({ code, status, delayMs, drop, html }) => [code, status, delayMs, drop, html].some((one) => one !== undefined),
    {
      path: ["code"],
      message: "give one of code, status, delayMs, drop, html",
    },
  );

export type Fault = z.infer<typeof Fault>;

/** Takes one hit of the first fault in the queue that means this call. */
export function takeFault(queue: Fault[], path: string, isSend: boolean): Fault | undefined {
  const at = queue.findIndex((fault) => (fault.match === undefined ? isSend : path.includes(fault.match)));
  const fault = queue[at];
  if (!fault) return undefined;
  if (fault.times > 1) queue[at] = { ...fault, times: fault.times - 1 };
  else queue.splice(at, 1);
  return fault;
}

const proxyStatuses: readonly number[] = [502, 503, 504];

/** The answer that a fault gives instead of QQ's own; undefined when the call goes on. */
export function answerFault(fault: Fault, scene: SceneName | undefined, isToken: boolean): Answer | undefined {
  const { code, status, html, drop } = fault;
  if (drop === "before") return { kind: "cut" };
  if (drop === "after") return undefined;
  if (html || (code === undefined && status !== undefined && proxyStatuses.includes(status)))
    return { kind: "html", status: status ?? 502 };
  if (code === undefined) return status === undefined ? undefined : failed(status, "injected fault");
  const answer = answerRefusal({ code, ...(status === undefined ? isToken && { status: 200 } : { status }) }, scene);
  const isAudit = answer.kind === "error" && (code === 304023 || code === 304024);
  return isAudit ? { ...answer, auditId: randomUUID() } : answer;
}

import middy from "@middy/core";
import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";
import type { SceneRelay } from "./compose.ts";
import { receive } from "./http/receive.ts";
import { refused } from "./http/refused.ts";
import { respond } from "./http/respond.ts";
import { isRefusal } from "./model/refusal.ts";
import { readTarget } from "./model/target.ts";
import type { Log } from "./ports.ts";

/** A webhook by the function URL, or a kick: the asynchronous invocation that wakes a target's deliverer. */
export type SceneEvent = LambdaFunctionURLEvent | { readonly deliver: string };

/** Time (ms) kept of an invocation for settling and answering after the last send. */
const margin = 1_500;

const deadlineOf = (context: Context, now: Date): number => now.getTime() + context.getRemainingTimeInMillis() - margin;

/** The handler of one scene's Lambda: accepts webhooks, and delivers when kicked. A URL request cannot forge a kick. */
export function sceneHandler(relay: SceneRelay) {
  return middy<SceneEvent, LambdaFunctionURLResult | undefined>({ timeoutEarlyInMillis: 0 })
    .onError((request) => {
      tellFault(relay.log, request.error);
      if (isKick(request.event)) return;
      request.response = respond({ status: 500, body: { error: "fault", message: "the relay failed; send it again" } });
    })
    .handler(async (event: SceneEvent, context: Context): Promise<LambdaFunctionURLResult | undefined> => {
      const now = relay.clock.now();
      if (!isKick(event)) {
        const answer = await relay.accept(receive(event, now), deadlineOf(context, now));
        return respond(isRefusal(answer) ? refused(answer) : answer);
      }
      const target = readTarget(event.deliver);
      if (target) await relay.deliver(target, deadlineOf(context, now));
      else relay.log("error", "kick", { message: "the kick names no target" });
      return undefined;
    });
}

/** The handler of the sweep's Lambda, which a schedule invokes each minute. */
export function sweepHandler(sweep: () => Promise<void>) {
  return middy<unknown, void>({ timeoutEarlyInMillis: 0 }).handler(() => sweep());
}

const isKick = (event: SceneEvent): event is { readonly deliver: string } =>
  "deliver" in event && typeof event.deliver === "string" && !("requestContext" in event);

function tellFault(log: Log, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log("error", "fault", { name, message, at: stack?.split("\n")[1]?.trim() });
}

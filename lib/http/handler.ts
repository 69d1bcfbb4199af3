import middy from "@middy/core";
import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";
import type { EventsRelay, SceneRelay } from "./relay.ts";
import { receive } from "./receive.ts";
import { refused, respond, respondExactly, respondInWords } from "./respond.ts";
import type { Answer, ExactAnswer, Inbound } from "../model/inbound.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import { inBoth } from "../model/said.ts";
import { readTarget } from "../model/target.ts";
import type { Clock, Log } from "../ports.ts";

/** A webhook by the function URL, or a wake-up: the asynchronous invocation that wakes a target's deliverer. */
export type SceneEvent = LambdaFunctionURLEvent | { readonly deliver: string };

/** Time (ms) kept of an invocation for settling and answering after the last send. */
const margin = 1_500;

const deadlineOf = (context: Context, clock: Clock): number =>
  clock.now().getTime() + context.getRemainingTimeInMillis() - margin;

/** The handler of one scene's Lambda: accepts webhooks, and delivers when woken. A URL request cannot forge a wake-up. */
export function sceneHandler(relay: SceneRelay) {
  return middy<SceneEvent, LambdaFunctionURLResult | undefined>({ timeoutEarlyInMillis: 0 })
    .onError((request) => {
      logFault(relay.log, request.error);
      if (!isWake(request.event)) request.response = broken;
    })
    .handler(async (event: SceneEvent, context: Context): Promise<LambdaFunctionURLResult | undefined> => {
      if (!isWake(event)) return answer(relay.accept, event, context, relay.clock);
      const target = readTarget(event.deliver);
      if (target) await relay.deliver(target, deadlineOf(context, relay.clock));
      else relay.log("error", "wake", { message: "the wake-up names no target" });
      return undefined;
    });
}

/** The handler of the Lambda that QQ calls back. After a fault of ours QQ is to send the event again. */
export function eventsHandler(relay: EventsRelay) {
  return middy<LambdaFunctionURLEvent, LambdaFunctionURLResult>({ timeoutEarlyInMillis: 0 })
    .onError((request) => {
      logFault(relay.log, request.error);
      request.response = respondExactly({ status: 500, body: { op: 12, d: 1 } });
    })
    .handler((event: LambdaFunctionURLEvent, context: Context) =>
      answer(relay.listen, event, context, relay.clock, respondExactly),
    );
}

/** The handler of the sweep's Lambda, which a schedule invokes each minute. */
export function sweepHandler(sweep: () => Promise<void>) {
  return middy<unknown, void>({ timeoutEarlyInMillis: 0 }).handler(() => sweep());
}

/** Takes one request through a line: receive, and whatever the line says. */
async function answer(
  take: (inbound: Inbound, deadline: number) => Promise<Answer | ExactAnswer | Refusal>,
  event: LambdaFunctionURLEvent,
  context: Context,
  clock: Clock,
  write = respond,
): Promise<LambdaFunctionURLResult> {
  const told = await take(receive(event, clock.now()), deadlineOf(context, clock));
  if ("text" in told) return respondInWords(told);
  return write(isRefusal(told) ? refused(told) : told);
}

const broken = respond({
  status: 500,
  body: { error: "fault", message: inBoth("the relay failed; send it again", "中继出错了；请再发一次") },
});

const isWake = (event: SceneEvent): event is { readonly deliver: string } =>
  "deliver" in event && typeof event.deliver === "string" && !("requestContext" in event);

function logFault(log: Log, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  log("error", "fault", { name, message, where: stack?.split("\n")[1]?.trim() });
}

import { type Lambda, plannedFunction, unpackFunction } from "../infra/lambda.ts";
import type { Plan } from "../infra/plan.ts";
import { startRic } from "./start-ric.ts";

const hour = 3_600_000;

/** Starts a planned function from its own zip under AWS's runtime. The sweep's clock is at a full hour, when it looks at all that waits. */
export async function startRicLambda(
  plan: Plan,
  functionId: string,
  env: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const { name, handler, timeout, environment } = plannedFunction(plan, functionId);
  const toTheHour = hour - (Date.now() % hour);
  const ric = await startRic({
    folder: unpackFunction(plan, functionId),
    name,
    handler,
    timeout,
    env: { ...environment.variables, ...env },
    ...(functionId === "SweepHandler" && { ahead: toTheHour + hour }),
  });
  return { ...ric, name, invoke: (event) => ric.invoke(event) };
}

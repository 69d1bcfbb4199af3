import type { Store } from "../../lib/ports.ts";

/** What the delivering line never asks of a store while QQ takes all that it is sent. */
const names = [
  "readDelivery",
  "closeQuota",
  "readToken",
  "writeToken",
  "listDeliveries",
  "changeState",
  "hasPending",
  "recordAudit",
  "settleAudit",
  "recordEvent",
  "forgetEvent",
  "readBindings",
  "bind",
  "unbind",
  "createCode",
  "takeCode",
  "countGuess",
  "countPage",
  "takePage",
  "dropWindow",
  "due",
  "live",
] as const satisfies readonly (keyof Store)[];

type Uncalled = Record<(typeof names)[number], () => never>;

export const uncalled = Object.fromEntries(
  names.map((name) => [
    name,
    () => {
      throw new Error(`the simulation's store has no ${name}: bench/simulate/memory-store.ts would need it`);
    },
  ]),
) as Uncalled;

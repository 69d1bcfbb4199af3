import { minute } from "../../base/time.ts";
import type { Target } from "../../model/target.ts";
import { unpairedTarget } from "../../model/unpaired.ts";
import { wakeTarget } from "../../outbox/wake.ts";
import { guessesPerHour } from "../../policy/command/pairing.ts";
import type { ListenPorts } from "../listen-ports.ts";
import type { CommandRunner } from "./command-context.ts";
import { boundRoutes } from "./routes-to.ts";

/** Wrong, used and expired codes get one answer, and only so many an hour are looked at: a guess learns nothing. */
export const bind: CommandRunner<"bind"> = async ({ code }, { target, anchor, now, ports }) => {
  const { store, routes } = ports;
  if ((await store.countGuess(target, now)) > guessesPerHour) return { kind: "too-many-guesses" };
  const taken = await store.takeCode(code, anchor.id, now);
  const route = taken !== "invalid" && Object.hasOwn(routes, taken.route) ? routes[taken.route] : undefined;
  if (taken === "invalid" || route?.to !== "bound") return { kind: "bind-failed" };
  if (route.scene !== target.scene) return { kind: "wrong-scene", scene: route.scene };
  await store.bind(taken.route, target, now);
  return {
    kind: "bound",
    route: taken.route,
    held: await bringHeld(unpairedTarget(route.scene, taken.route), now, ports),
  };
};

/** If the wake-up is lost, the sweep looks after this long (ms), while the window of the command is still open. */
const lookAgain = minute;

/** Has handed over what came before the pairing; the answer is how much that is. */
async function bringHeld(waiting: Target, now: number, ports: ListenPorts): Promise<number> {
  const held = await ports.store.countPending(waiting);
  if (held === 0) return 0;
  await ports.store.changeState(waiting, { dueAt: now + lookAgain });
  await wakeTarget(waiting, ports);
  return held;
}

/** Ends all pairings of the conversation, and with them what is held for it: that is written first, so that a repeat finds it. */
export const unbind: CommandRunner<"unbind"> = async (_, { target, now, ports: { store, routes, log } }) => {
  const bound = await boundRoutes(target, routes, store);
  if (bound.length > 0) {
    const { unbound } = (await store.load(target, now)).state;
    await store.changeState(target, {
      unbound: { ...unbound, ...Object.fromEntries(bound.map((route) => [route, now])) },
    });
  }
  for (const route of bound) {
    await store.unbind(route, target);
    log("warn", "unbound", { route, scene: target.scene });
  }
  return bound.length > 0 ? { kind: "unbound", routes: bound } : { kind: "not-bound" };
};

import { guessesPerHour } from "../../policy/command/pairing.ts";
import type { CommandRunner } from "./command-context.ts";
import { boundRoutes } from "./routes-to.ts";

/** Wrong, used and expired codes get one answer, and only so many an hour are looked at: a guess learns nothing. */
export const bind: CommandRunner<"bind"> = async ({ code }, { target, anchor, now, ports: { store, routes } }) => {
  if ((await store.countGuess(target, now)) > guessesPerHour) return { kind: "too-many-guesses" };
  const taken = await store.takeCode(code, anchor.id, now);
  const route = taken !== "invalid" && Object.hasOwn(routes, taken.route) ? routes[taken.route] : undefined;
  if (taken === "invalid" || route?.to !== "bound") return { kind: "bind-failed" };
  if (route.scene !== target.scene) return { kind: "wrong-scene", scene: route.scene };
  await store.bind(taken.route, target, now);
  return { kind: "bound", route: taken.route, held: 0 };
};

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
    log("info", "unbound", { route, scene: target.scene });
  }
  return bound.length > 0 ? { kind: "unbound", routes: bound } : { kind: "not-bound" };
};

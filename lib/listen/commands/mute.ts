import type { CommandRunner } from "./command-context.ts";
import { routesTo } from "./routes-to.ts";

/** Holds everything, or one route, for a while; the mutes of other routes stay as they are. */
export const mute: CommandRunner<"mute"> = async ({ ms, route }, { target, now, ports: { store, routes } }) => {
  const until = now + ms;
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: until });
    return { kind: "muted", until };
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { mutes = {} } = (await store.load(target, now)).state;
  const lasting = Object.entries(mutes).filter(([, end]) => end > now);
  await store.changeState(target, { mutes: { ...Object.fromEntries(lasting), [route]: until } });
  return { kind: "muted", until, route };
};

/** Ends all mutes, or that of one route. */
export const unmute: CommandRunner<"unmute"> = async ({ route }, { target, now, ports: { store, routes } }) => {
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: null, mutes: null });
    return { kind: "unmuted" };
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { [route]: _, ...mutes } = (await store.load(target, now)).state.mutes ?? {};
  await store.changeState(target, { mutes });
  return { kind: "unmuted", route };
};

import type { ListenLine } from "./line.ts";
import type { Command } from "./model/command.ts";
import type { CommandResult } from "./model/command-result.ts";
import type { Heard } from "./model/heard.ts";
import type { Anchor } from "./model/permit.ts";
import type { Routes } from "./model/route.ts";
import type { Target } from "./model/target.ts";
import { unreachable } from "./model/unreachable.ts";
import { mayCommand } from "./policy/may-command.ts";
import { guessesPerHour } from "./policy/pairing.ts";
import { statusOf } from "./policy/status.ts";
import { targetsOf } from "./policy/targets-of.ts";
import type { Store } from "./ports.ts";
import { answerNotice } from "./render/answer-notice.ts";

/** Notices that one page of `/more` names: what a phone shows without scrolling far. */
const pageSize = 10;

/**
 * Does what a command asks and enlists the answer, which the deliverer sends in the command's own window together with
 * whatever is held. The answer's id is the message's, so that a repeated callback is answered once.
 */
export async function obey(
  command: Command,
  target: Target,
  heard: Heard,
  anchor: Anchor,
  line: ListenLine,
): Promise<void> {
  const { store, settings, clock } = line;
  const allowed = heard.said !== undefined && mayCommand(settings.commands, target.scene, heard.said.speaker, command);
  const result: CommandResult | undefined = allowed
    ? await carryOut(command, heard.targets, target, anchor, line)
    : { kind: "not-allowed" };
  if (!result) return;
  const now = clock.now().getTime();
  await store.enlist({
    id: `~answer#${anchor.id}`,
    route: "~answer",
    target,
    notice: answerNotice(result, settings.language, settings.timeZone, now),
    form: "text",
    state: "pending",
    arrivedAt: now,
    attempts: 0,
    answers: anchor,
  });
}

/** Undefined where the flush itself is the answer. */
async function carryOut(
  command: Command,
  targets: readonly Target[],
  target: Target,
  anchor: Anchor,
  line: ListenLine,
): Promise<CommandResult | undefined> {
  const { store } = line;
  switch (command.kind) {
    case "help":
      return { kind: "help" };
    case "status":
      return status(target, line);
    case "digest":
      return (await isHeld(targets, store)) ? undefined : { kind: "nothing-held", asked: "digest" };
    case "more":
      return more(targets, store);
    case "mute":
      return mute(target, command, line);
    case "unmute":
      return unmute(target, command, line);
    case "bind":
      return bind(target, command.code, anchor, line);
    case "unbind":
      return unbind(target, line);
    default:
      return unreachable(command);
  }
}

async function isHeld(targets: readonly Target[], store: Store): Promise<boolean> {
  for (const target of targets) if (await store.hasPending(target)) return true;
  return false;
}

async function status(
  target: Target,
  { store, limitsOf, settings, clock, routes }: ListenLine,
): Promise<CommandResult> {
  const now = clock.now().getTime();
  const [standing, counted, bound] = await Promise.all([
    store.load(target),
    store.countPage(target),
    boundRoutes(target, routes, store),
  ]);
  return {
    kind: "status",
    status: statusOf(standing, { counted, bound }, limitsOf(target.scene), settings.timeZone, now),
  };
}

async function more(targets: readonly Target[], store: Store): Promise<CommandResult> {
  for (const target of targets) {
    const { deliveries, left } = await store.takePage(target, pageSize);
    if (deliveries.length > 0) return { kind: "page", notices: deliveries.map((delivery) => delivery.notice), left };
  }
  return { kind: "nothing-held", asked: "more" };
}

async function mute(
  target: Target,
  { ms, route }: Extract<Command, { kind: "mute" }>,
  { store, clock, routes }: ListenLine,
): Promise<CommandResult> {
  const now = clock.now().getTime();
  const until = now + ms;
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: until });
    return { kind: "muted", until };
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { mutes = {} } = (await store.load(target)).state;
  const lasting = Object.entries(mutes).filter(([, end]) => end > now);
  await store.changeState(target, { mutes: { ...Object.fromEntries(lasting), [route]: until } });
  return { kind: "muted", until, route };
}

async function unmute(
  target: Target,
  { route }: Extract<Command, { kind: "unmute" }>,
  { store, routes }: ListenLine,
): Promise<CommandResult> {
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: null, mutes: null });
    return { kind: "unmuted" };
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { [route]: _, ...mutes } = (await store.load(target)).state.mutes ?? {};
  await store.changeState(target, { mutes });
  return { kind: "unmuted", route };
}

/** Wrong, used and expired codes get one answer, and only so many an hour get any: a guess learns nothing. */
async function bind(
  target: Target,
  code: string,
  anchor: Anchor,
  { store, clock, routes }: ListenLine,
): Promise<CommandResult> {
  const now = clock.now().getTime();
  if ((await store.countGuess(target, now)) > guessesPerHour) return { kind: "too-many-guesses" };
  const taken = await store.takeCode(code, anchor.id, now);
  const route = taken !== "invalid" && Object.hasOwn(routes, taken.route) ? routes[taken.route] : undefined;
  if (taken === "invalid" || route?.to !== "bound") return { kind: "bind-failed" };
  if (route.scene !== target.scene) return { kind: "wrong-scene", scene: route.scene };
  await store.bind(taken.route, target, now);
  return { kind: "bound", route: taken.route };
}

async function unbind(target: Target, { store, routes }: ListenLine): Promise<CommandResult> {
  const bound = await boundRoutes(target, routes, store);
  for (const route of bound) await store.unbind(route, target);
  return bound.length > 0 ? { kind: "unbound", routes: bound } : { kind: "not-bound" };
}

/** Routes that were paired with a target from inside QQ. */
async function boundRoutes({ scene, id }: Target, routes: Routes, store: Store): Promise<readonly string[]> {
  const names = Object.keys(routes).filter((name) => routes[name]?.to === "bound" && routes[name]?.scene === scene);
  const targets = await Promise.all(names.map((name) => store.readBindings(name)));
  return names.filter((_, at) => targets[at]?.some((target) => target.id === id));
}

/** Routes that send to a target: those that name it, and those paired with it. */
async function routesTo(target: Target, routes: Routes, store: Store): Promise<readonly string[]> {
  const named = Object.keys(routes).filter((name) => {
    const route = routes[name];
    return route?.scene === target.scene && targetsOf(route).some((each) => each.id === target.id);
  });
  return [...named, ...(await boundRoutes(target, routes, store))];
}

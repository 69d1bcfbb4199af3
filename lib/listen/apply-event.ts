import { minute } from "../base/time.ts";
import { settleAudit } from "../outbox/settle-audit.ts";
import { isIdle, isTalk } from "./idle-talk.ts";
import type { ListenPorts } from "./listen-ports.ts";
import type { Command } from "../model/command.ts";
import type { QqEvent } from "../model/qq-event.ts";
import type { Target } from "../model/target.ts";
import { runCommand } from "./run-command.ts";
import { readCommand } from "../policy/command/read-command.ts";
import { memberOf, namedTargets } from "../policy/intake/targets-of.ts";
import type { Deliveries } from "../ports.ts";
import { wakeTarget } from "../outbox/wake.ts";

/** If the wake-up is lost, the sweep looks after this long (ms), while the window is still open. */
const lookAgain = minute;

/** Writes what an event changes, and wakes the deliverers of the targets it may bring something to. Talk may change nothing. */
export async function applyEvent(
  event: QqEvent,
  deadline: number,
  ports: ListenPorts,
): Promise<"written" | "unchanged"> {
  const acknowledged = event.acknowledge === undefined ? undefined : ports.acknowledge(event.acknowledge, deadline);
  if (event.audit) await endAudit(event.audit, ports);
  const command = await commandOf(event, deadline, ports);
  const concerns = await concerned(event, command, ports);
  const targets = command || !isTalk(event) ? concerns : await notIdle(concerns, event, ports);
  const commanded = command ? event.targets : [];
  await Promise.all(targets.map((target) => change(target, event, commanded.includes(target), ports)));
  const [speaking] = event.targets;
  if (command && speaking && event.opens) await runCommand(command, speaking, event, event.opens, ports);
  await Promise.all(targets.map((target) => wake(target, event, ports)));
  await ports.hear(event);
  await acknowledged;
  ports.log("info", "event", { type: event.type, targets: targets.length, ...(command && { command: command.kind }) });
  return isTalk(event) && targets.length === 0 ? "unchanged" : "written";
}

/**
 * Where words are not for the bot alone, they are a command of its with a slash, unless others are mentioned. Those that only
 * resemble one are another bot's.
 */
async function commandOf({ said }: QqEvent, deadline: number, { ownId }: ListenPorts): Promise<Command | undefined> {
  const command = said && readCommand(said.text);
  if (!command || said.to === "bot") return command;
  const isMarked = command.kind !== "unclear" && /^[/／]/.test(said.text);
  if (!said.mentioned) return isMarked && said.to === "anyone" ? command : undefined;
  const own = await ownId(deadline);
  return (own === undefined ? isMarked : said.mentioned.includes(own)) ? command : undefined;
}

async function notIdle(targets: readonly Target[], event: QqEvent, ports: ListenPorts): Promise<readonly Target[]> {
  const idle = await Promise.all(targets.map((target) => isIdle(target, event, ports)));
  return targets.filter((_, at) => !idle[at]);
}

/**
 * The targets an event is about, as far as the relay has to do with them: those that routes name or may be paired with,
 * any that gives a command, and of a guild those that routes name in it.
 */
async function concerned(event: QqEvent, command: Command | undefined, ports: ListenPorts): Promise<readonly Target[]> {
  const { routes, store } = ports;
  const named = namedTargets(routes);
  const ofGuild = event.guild === undefined ? [] : named.filter((target) => guildOf(target) === event.guild);
  if (event.targets.length === 0 && event.opens) return firstPending(ofGuild, store);
  const ids = new Set(named.map((target) => `${target.scene} ${target.id}`));
  const paired = new Set(Object.values(routes).flatMap(({ scene, to }) => (to === "bound" ? [scene] : [])));
  const own = event.targets.filter(
    (target, at) =>
      ids.has(`${target.scene} ${target.id}`) || (at === 0 && (command !== undefined || paired.has(target.scene))),
  );
  return [...own, ...ofGuild.filter((target) => !event.targets.some((each) => each.id === target.id))];
}

const guildOf = (target: Target): string | undefined => target.guild ?? memberOf(target)?.guild;

/** An event of a whole guild gives one of its channels a window: one that something waits for. */
async function firstPending(targets: readonly Target[], store: Deliveries): Promise<readonly Target[]> {
  for (const target of targets) if (target.scene === "channel" && (await store.hasPending(target))) return [target];
  return [];
}

/** Who gives a command is to be answered: the bot is there, whatever QQ said before. */
async function change(
  target: Target,
  event: QqEvent,
  isCommand: boolean,
  { store, limits, clock }: ListenPorts,
): Promise<void> {
  const { opens, at, presence, proactive } = event;
  const isHere = presence === "here" || (isCommand && presence === undefined);
  if (presence === "gone") await store.changeState(target, { gone: true }, { of: "presence", at });
  if (isHere) await store.changeState(target, { gone: null, goneUntil: null, goneTimes: null }, { of: "presence", at });
  if (proactive === "denied") await store.changeState(target, { proactive }, { of: "proactive", at });
  if (proactive === "allowed")
    await store.changeState(target, { proactive: null, deniedUntil: null, deniedTimes: null }, { of: "proactive", at });
  if (!opens || presence === "gone") return;
  const openedAt = clock.now().getTime();
  const { minutes, times } = await limits.reply(target.scene, openedAt);
  await store.openWindow(target, {
    anchor: opens,
    openedAt,
    closesAt: at + minutes * minute,
    ...(times !== null && { times }),
    ...(isSpeech(event) && { spokeAt: at }),
    ...(opens.kind === "msg" && { chattedAt: at }),
  });
}

/** What a user does in the conversation, as against what becomes of it. */
const isSpeech = ({ opens, type }: QqEvent): boolean => opens?.kind === "msg" || type === "INTERACTION_CREATE";

/** Wakes the deliverer where something waits; the time to look again makes up for a wake-up that is lost. */
async function wake(target: Target, event: QqEvent, ports: ListenPorts): Promise<void> {
  const { store, clock } = ports;
  if (!event.opens && event.proactive !== "allowed") return;
  if (!(await store.hasPending(target))) return;
  await store.changeState(target, { dueAt: clock.now().getTime() + lookAgain });
  await wakeTarget(target, ports);
}

/** The end of an audit is kept, also where it comes before the message that it is about was written down. */
async function endAudit({ id, ...end }: NonNullable<QqEvent["audit"]>, ports: ListenPorts): Promise<void> {
  const now = ports.clock.now().getTime();
  const audit = await ports.store.endAudit(id, end, now);
  if (audit) {
    await settleAudit(id, audit, end, now, ports);
    if (!end.passed) await wakeLater(audit.target, now, ports);
  } else ports.log("info", "audit", { passed: end.passed, known: false });
}

/** What a rejected message told is pending again, and what was spent for it is there again. */
async function wakeLater(target: Target, now: number, ports: ListenPorts): Promise<void> {
  await ports.store.changeState(target, { dueAt: now + lookAgain });
  await wakeTarget(target, ports);
}

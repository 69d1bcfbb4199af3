import { refundAll } from "./claim-permit.ts";
import type { ListenLine } from "./line.ts";
import type { Command } from "./model/command.ts";
import type { Heard } from "./model/heard.ts";
import type { StateChange } from "./model/settlement.ts";
import type { Target } from "./model/target.ts";
import { obey } from "./obey.ts";
import { readCommand } from "./policy/read-command.ts";
import { memberOf, namedTargets } from "./policy/targets-of.ts";
import type { Store } from "./ports.ts";
import { wakeTarget } from "./wake.ts";

/** If the kick is lost, the sweep looks after this long (ms), while the window is still open. */
const lookAgain = 60_000;

/** Events of groups and channels whose every message the bot is shown: words there are for the bot only with a slash. */
const overheard = new Set(["GROUP_MESSAGE_CREATE", "MESSAGE_CREATE"]);

/** Writes what an event changes, and wakes the deliverers of the targets it may bring something to. */
export async function hear(heard: Heard, deadline: number, line: ListenLine): Promise<void> {
  const acknowledged = heard.acknowledge === undefined ? undefined : line.acknowledge(heard.acknowledge, deadline);
  if (heard.audit) await settleAudit(heard.audit, line);
  const command = commandOf(heard);
  const targets = await concerned(heard, command, line);
  await Promise.all(targets.map((target) => change(target, heard, line)));
  const [speaking] = heard.targets;
  if (command && speaking && heard.opens) await obey(command, speaking, heard, heard.opens, line);
  await Promise.all(targets.map((target) => wake(target, heard, line)));
  await acknowledged;
  line.log("info", "heard", { type: heard.type, targets: targets.length, ...(command && { command: command.kind }) });
}

function commandOf({ said, type }: Heard): Command | undefined {
  if (!said || (overheard.has(type) && !/^[/／]/.test(said.text))) return undefined;
  return readCommand(said.text);
}

/**
 * The targets an event is about, as far as the relay has to do with them: those that routes name or may be paired with,
 * any that gives a command, and of a guild those that routes name in it.
 */
async function concerned(heard: Heard, command: Command | undefined, line: ListenLine): Promise<readonly Target[]> {
  const { routes, store } = line;
  const named = namedTargets(routes);
  const ofGuild = heard.guild === undefined ? [] : named.filter((target) => guildOf(target) === heard.guild);
  if (heard.targets.length === 0 && heard.opens) return firstPending(ofGuild, store);
  const ids = new Set(named.map((target) => `${target.scene} ${target.id}`));
  const paired = new Set(Object.values(routes).flatMap(({ scene, to }) => (to === "bound" ? [scene] : [])));
  const own = heard.targets.filter(
    (target, at) =>
      ids.has(`${target.scene} ${target.id}`) || (at === 0 && (command !== undefined || paired.has(target.scene))),
  );
  return [...own, ...ofGuild.filter((target) => !heard.targets.some((each) => each.id === target.id))];
}

const guildOf = (target: Target): string | undefined => target.guild ?? memberOf(target)?.guild;

/** An event of a whole guild gives one of its channels a window: one that something waits for. */
async function firstPending(targets: readonly Target[], store: Store): Promise<readonly Target[]> {
  for (const target of targets) if (target.scene === "channel" && (await store.hasPending(target))) return [target];
  return [];
}

async function change(target: Target, heard: Heard, { store, limitsOf }: ListenLine): Promise<void> {
  const { opens, at, presence, proactive } = heard;
  const state: StateChange = {
    ...(presence === "gone" && { gone: true }),
    ...(presence === "here" && { gone: null }),
    ...(proactive === "denied" && { proactive: "denied" }),
    ...(proactive === "allowed" && { proactive: null }),
  };
  await store.changeState(target, state);
  if (!opens || presence === "gone") return;
  const { minutes, times } = limitsOf(target.scene).reply;
  await store.openWindow(target, {
    anchor: opens,
    openedAt: at,
    closesAt: at + minutes * 60_000,
    ...(times !== null && { times }),
  });
}

/** Wakes the deliverer where something waits; the time to look again makes up for a kick that is lost. */
async function wake(target: Target, heard: Heard, line: ListenLine): Promise<void> {
  const { store, clock } = line;
  if (!heard.opens && heard.proactive !== "allowed") return;
  if (!(await store.hasPending(target))) return;
  await store.changeState(target, { dueAt: clock.now().getTime() + lookAgain });
  await wakeTarget(target, line);
}

/** A message that passed is sent; one that was rejected has failed, and gives back what was spent on it. */
async function settleAudit({ id, passed, messageId }: NonNullable<Heard["audit"]>, line: ListenLine): Promise<void> {
  const settled = await line.store.settleAudit(id, passed, messageId);
  if (settled && !passed) await refundAll(settled.spent, line);
  line.log("info", "audit", { passed, known: settled !== undefined });
}

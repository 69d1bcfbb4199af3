import { eventRules } from "./event-rules.ts";
import { noteEntry } from "./live/threads.ts";
import { changePermission } from "./permission.ts";
import { guildOf, learnPlace } from "./places.ts";
import { isV2, type SceneName, type Target, targetKey } from "./scene.ts";
import { show } from "./shown.ts";
import type { State } from "./state.ts";
import { partOf, readSubject, textOf, type Data, type Subject } from "./subject.ts";
import { noteChat } from "./wakeup.ts";
import { closeWindows, openWindow } from "./windows.ts";

type Happened = { readonly t: string; readonly id: string; readonly d: Data };

/** The platform's own side of an event: windows, permissions, and what it learns of a target. Odd events do nothing. */
export function applyEvent(state: State, event: Happened, now: number): void {
  const rule = Object.hasOwn(eventRules, event.t) ? eventRules[event.t] : undefined;
  const subject = rule && readSubject(event.t, rule, event.d);
  if (!rule || !subject) return;
  if (subject.kind === "target") learn(state, event, subject, now);
  if (subject.kind === "target" && rule.opens === "msg") show(state.shown, subject.target, event.d);
  if (subject.kind === "target") noteHappened(state, event, subject.target, rule.opens === "msg", now);
  if (event.t === "INTERACTION_CREATE") noteInteraction(state, event.d, subject);
  const key = subject.kind === "target" ? targetKey(subject.target) : `guild:${subject.guild}`;
  if (rule.change) changePermission(state.permissions, key, rule.change);
  if (rule.change?.gone) closeFor(state, subject);
  open(state, event, rule.opens, subject, now);
}

function learn(state: State, { t, d }: Happened, { target, guild }: Extract<Subject, { kind: "target" }>, now: number) {
  const user = target.scene === "dm" ? textOf(d["author"], "id") : undefined;
  learnPlace(state.places, target, { ...(guild !== undefined && { guild }), ...(user !== undefined && { user }) });
  if (t === "C2C_MESSAGE_CREATE") noteChat(state.chats, target.id, timeOf(d, now));
}

/** For the page: all but what `say` has put on record already. */
function noteHappened(
  { said, threads }: State,
  { t, id, d }: Happened,
  target: Target,
  isMessage: boolean,
  now: number,
) {
  const message = textOf(d, "id");
  if (isMessage && said.at(-1)?.msg_id === message) return;
  const resolved = partOf(partOf(d["data"])["resolved"]);
  const button = textOf(resolved, "button_data");
  const happened = {
    at: new Date(timeOf(d, now)).toISOString(),
    t,
    id,
    ...(isMessage && message !== undefined && { msg_id: message, text: textOf(d, "content") ?? "" }),
    ...(button !== undefined && { button }),
    ...(t === "INTERACTION_CREATE" && message !== undefined && { interaction: message }),
  };
  noteEntry(threads, target, { kind: "happened", happened }, now);
}

/** Types 18 and 19 give push permission; 11 and 12 wait for an acknowledgement. */
function noteInteraction(state: State, d: Data, subject: Subject): void {
  const id = textOf(d, "id");
  const type = Number(d["type"] ?? partOf(d["data"])["type"]);
  if (id !== undefined && !state.interactions.has(id)) state.interactions.set(id, { id, type, acknowledged: null });
  if ((type === 18 || type === 19) && subject.kind === "target")
    changePermission(state.permissions, targetKey(subject.target), { proactive: true });
}

function closeFor(state: State, subject: Subject): void {
  const { places, settings } = state;
  closeWindows(state.anchors, ({ scene, target: id, guild }) =>
    subject.kind === "target"
      ? scene === subject.target.scene && id === subject.target.id
      : guild === subject.guild ||
        (id !== undefined && guildOf(places, settings.guilds, { scene, id }) === subject.guild),
  );
}

/** A window counts from the platform's time of the message, not from when anyone heard of it. */
function open(state: State, { t, id, d }: Happened, opens: "msg" | "event" | undefined, subject: Subject, now: number) {
  const scene = subject.kind === "target" ? subject.target.scene : "channel";
  const where = subject.kind === "target" ? { target: subject.target.id } : { guild: subject.guild };
  const refusal = opens === undefined ? unopened(scene) : refusalOf(t, d, state.settings);
  const anchor = opens === "msg" ? textOf(d, "id") : id;
  if (anchor !== undefined)
    openWindow(
      state.anchors,
      { kind: opens ?? "event", id: anchor },
      { scene, ...where, openedAt: timeOf(d, now), ...(refusal !== undefined && { refusal }) },
    );
}

/** An event that no reply may hang on. */
const unopened = (scene: SceneName): number => (isV2(scene) ? 40034027 : 304026);

/** A bot of the public domain may answer only those who mention it. */
const refusalOf = (t: string, d: Data, { publicDomain }: State["settings"]): number | undefined =>
  t === "MESSAGE_CREATE" && publicDomain && !mentionsBot(d) ? 304028 : undefined;

const mentionsBot = (d: Data): boolean =>
  Array.isArray(d["mentions"]) && d["mentions"].some((one) => partOf(one)["bot"] === true);

/** Messages carry RFC 3339, life-cycle events seconds of the epoch, as numbers or text. */
function timeOf(d: Data, now: number): number {
  const value = d["timestamp"];
  const isSeconds = typeof value === "number" || /^\d{9,11}$/.test(String(value));
  const parsed = isSeconds ? Number(value) * 1_000 : Date.parse(String(value));
  return Number.isFinite(parsed) ? parsed : now;
}

import { hour, second } from "../../base/time.ts";
import type { Trouble } from "../../model/gateway-status.ts";
import { anyClose, backoff, type Close, closeOf } from "./closes.ts";
import type { Frame } from "./frame.ts";
import type { Effect, Input, State, Step, Surroundings, Timer } from "./state.ts";

/** How long QQ may take for a socket with its Hello, for READY or RESUMED, and for a close after an op 9. */
const patience = { hello: 20 * second, ready: 30 * second, settle: 5 * second } as const;

/** Resumes in a row that came to nothing, before a session is given up. */
const maxResumes = 3;

type Take<Kind extends Input["kind"]> = (
  state: State,
  input: Extract<Input, { kind: Kind }>,
  around: Surroundings,
) => Step;
type TakeFrame<Kind extends Frame["kind"]> = (
  state: State,
  frame: Extract<Frame, { kind: Kind }>,
  around: Surroundings,
) => Step;

/** What a connection to QQ's gateway does next. Pure: sockets, timers and files are the effects. */
export const step = (state: State, input: Input, around: Surroundings): Step =>
  state.phase === "stopped" && input.kind !== "durable"
    ? { state, effects: [] }
    : (takers[input.kind] as Take<Input["kind"]>)(state, input, around);

const takers: { readonly [Kind in Input["kind"]]: Take<Kind> } = {
  start: ask,
  addressed: (state, { url, remaining, resetAfter }, around) =>
    state.session === undefined && remaining === 0
      ? rest(
          { ...state, trouble: "budget" },
          Math.max(resetAfter ?? hour, backoff(state.failures, around.random)),
          around,
        )
      : {
          state: { ...state, phase: "opening" },
          effects: [
            { kind: "open", url },
            { kind: "timer", name: "hello", after: patience.hello },
          ],
        },
  unreachable: (state, { trouble }, around) => rest({ ...state, trouble }, undefined, around),
  opened: (state) => ({ state: { ...state, phase: "greeting" }, effects: [] }),
  frame: (state, { frame }, around) => (frameTakers[frame.kind] as TakeFrame<Frame["kind"]>)(state, frame, around),
  closed: (state, { code }, around) => {
    const told = closeOf(code);
    const isUntold = state.phase === "settling" && (!told || told.wait === 0);
    return isUntold ? afterInvalid(state, around) : after(state, told ?? anyClose, around);
  },
  timer: (state, { name }, around) => timerTakers[name](state, around),
  durable,
  stop: (state) => ({
    state: { ...state, phase: "stopped", trouble: undefined },
    effects: [{ kind: "drop" }],
  }),
};

const frameTakers: { readonly [Kind in Frame["kind"]]: TakeFrame<Kind> } = {
  hello: (state, { every }, { intents, random }) => {
    const asked = state.session ? "resume" : "identify";
    return {
      state: { ...state, phase: "proving", asked, beat: { every, open: false } },
      effects: [
        { kind: "untimer", name: "hello" },
        state.session
          ? { kind: "resume", session: state.session }
          : { kind: "identify", intents: intents[state.rung] ?? 0 },
        { kind: "timer", name: "ready", after: patience.ready },
        { kind: "timer", name: "beat", after: every * random },
      ],
    };
  },
  ready: (state, { session: id, s }) => {
    const session = { id, seq: s };
    return {
      state: { ...settled(state), session, received: s },
      effects: [{ kind: "untimer", name: "ready" }],
    };
  },
  resumed: (state) => ({ state: settled(state), effects: [{ kind: "untimer", name: "ready" }] }),
  event: takeEvent,
  beat: (state) => ({ state, effects: [{ kind: "beat", received: state.received }] }),
  acknowledged: (state) => ({
    state: { ...state, hasty: 0, beat: state.beat && { ...state.beat, open: false } },
    effects: [],
  }),
  // Each half hour, and no failure of a connection that stood. One that never did waits, whatever the reason.
  reconnect: (state, _, around) =>
    state.phase === "ready"
      ? atOnce(state, around)
      : again({ ...state, failures: state.failures + 1 }, undefined, around),
  invalid: (state, { resumable }, around) => {
    if (state.phase === "settling") return { state, effects: [] };
    if (resumable && state.session) return after(state, anyClose, around);
    return {
      state: { ...state, phase: "settling" },
      effects: [
        { kind: "untimer", name: "ready" },
        { kind: "timer", name: "settle", after: patience.settle },
      ],
    };
  },
  other: (state) => ({ state, effects: [] }),
};

const timerTakers: Readonly<Record<Timer, (state: State, around: Surroundings) => Step>> = {
  connect: ask,
  hello: (state, around) => after(state, { ...anyClose, trouble: "silent" }, around),
  ready: (state, around) => after(state, { ...anyClose, trouble: "silent" }, around),
  settle: afterInvalid,
  beat: (state, around) => {
    if (!state.beat) return { state, effects: [] };
    if (state.beat.open) return after(state, { ...anyClose, wait: 0, trouble: "silent" }, around);
    return {
      state: { ...state, beat: { ...state.beat, open: true } },
      effects: [
        { kind: "beat", received: state.received },
        { kind: "timer", name: "beat", after: state.beat.every },
      ],
    };
  },
};

function ask(state: State): Step {
  const { token } = state;
  return {
    state: { ...state, phase: "asking", ...(token === "fresh" && { token: "renewed" }) },
    effects: [{ kind: "ask", fresh: token === "fresh" }],
  };
}

/** A connection stands: what went wrong before is forgotten. */
const settled = (state: State): State => ({
  ...state,
  trouble: undefined,
  phase: "ready",
  failures: 0,
  resumes: 0,
  token: "kept",
});

function takeEvent(state: State, { s, named }: Extract<Frame, { kind: "event" }>, { maxHeld }: Surroundings): Step {
  const { session } = state;
  if (!session) return { state, effects: [] };
  const received = s === undefined ? state.received : Math.max(s, state.received ?? 0);
  const held = state.held + 1;
  const hand: Effect = { kind: "hand", session: session.id, s, forward: named };
  if (held < maxHeld) return { state: { ...state, received, held }, effects: [hand] };
  return {
    state: { ...unconnected(state), received, held, isFull: true, trouble: "relay" },
    effects: [hand, { kind: "drop" }],
  };
}

/** What is replayed may be too much once more: then each connection waits longer. */
function durable(state: State, { session: id, s }: Extract<Input, { kind: "durable" }>, around: Surroundings): Step {
  const held = state.held - 1;
  const { session } = state;
  const moves = session?.id === id && s !== undefined && s > session.seq;
  const moved: State = { ...state, held, ...(moves && { session: { id, seq: s } }) };
  if (!state.isFull || held > 0 || state.phase === "stopped") return { state: moved, effects: [] };
  return atOnce({ ...moved, isFull: false }, around);
}

const unconnected = (state: State): State => ({ ...state, beat: undefined, phase: "resting" });

const withoutSession = (state: State): State => ({ ...state, session: undefined, received: null, resumes: 0 });

/** Waits, to connect again with what is known: `wait` ms, or as long as failures in a row ask for. */
function again(state: State, wait: number | undefined, { random }: Surroundings): Step {
  return {
    state: unconnected(state),
    effects: [
      { kind: "drop" },
      { kind: "timer", name: "connect", after: wait ?? backoff(Math.max(0, state.failures - 1), random) },
    ],
  };
}

const rest = (state: State, wait: number | undefined, around: Surroundings): Step =>
  again({ ...state, failures: state.failures + 1 }, wait, around);

/** What follows the end of a connection. */
const after = (state: State, close: Close, around: Surroundings): Step =>
  follow[close.next](tell(countResume(state), troubleIn(state, close, around)), close, around);

const follow: Readonly<Record<Close["next"], (state: State, close: Close, around: Surroundings) => Step>> = {
  resume: (state, { wait }, around) => (wait === 0 ? soon(state, around) : rest(state, wait, around)),
  identify: (state, { token }, around) => startAnew({ ...state, ...(token && { token }) }, around),
  fewer: (state, _, around) => askFewer(state, around) ?? rest(state, hour, around),
  hourly: (state, _, around) => rest(state, hour, around),
  stop: (state) => ({ state: { ...unconnected(state), phase: "stopped" }, effects: [{ kind: "drop" }] }),
};

/** At once after a connection that stood; else as failures ask for. */
const soon = (state: State, around: Surroundings): Step =>
  state.phase === "ready" ? atOnce(state, around) : rest(state, undefined, around);

/** No failure. But one that comes again and again before the first heartbeat waits longer each time, to spare both sides. */
const atOnce = (state: State, around: Surroundings): Step =>
  again({ ...state, hasty: state.hasty + 1 }, state.hasty === 0 ? 0 : backoff(state.hasty - 1, around.random), around);

/** One more resume that came to nothing; the third ends the session. */
function countResume(state: State): State {
  if ((state.phase !== "proving" && state.phase !== "settling") || state.asked !== "resume") return state;
  const resumes = state.resumes + 1;
  return resumes >= maxResumes ? withoutSession(state) : { ...state, resumes };
}

/** What mends itself at the next try is none: a token that ran out, or more events than the bot has a right to. */
function troubleIn(state: State, { next, token, trouble }: Close, { intents }: Surroundings): Trouble | undefined {
  const isRenewed = token === "fresh" && state.token === "kept";
  const isLowered = next === "fewer" && state.rung + 1 < intents.length;
  return isRenewed || isLowered ? undefined : trouble;
}

const tell = (state: State, trouble: Trouble | undefined): State => (trouble ? { ...state, trouble } : state);

const startAnew = (state: State, around: Surroundings): Step => rest(withoutSession(state), undefined, around);

const askFewer = (state: State, around: Surroundings): Step | undefined =>
  state.rung + 1 < around.intents.length ? startAnew({ ...state, rung: state.rung + 1 }, around) : undefined;

/**
 * QQ called the session invalid and told no more: one that was resumed is forgotten; Identify may have brought an old token, or asked
 * for events to which the bot has no right.
 */
function afterInvalid(state: State, around: Surroundings): Step {
  if (state.asked === "resume" || state.session) return startAnew(state, around);
  if (state.token === "kept") return startAnew({ ...state, token: "fresh" }, around);
  return askFewer(state, around) ?? startAnew({ ...state, rung: 0, token: "kept", trouble: "refused" }, around);
}

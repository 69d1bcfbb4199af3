import type { GatewayStatus } from "../model/gateway-status.ts";
import { readFrame } from "../qq/gateway/frame.ts";
import { type Effect, firstState, type Input, type Timer } from "../qq/gateway/state.ts";
import { step } from "../qq/gateway/step.ts";
import type { GatewayPorts, Socket } from "./gateway-ports.ts";
import { createHandOver } from "./hand-over.ts";
import { keepSession } from "./keep-session.ts";
import { createTally, quietAfter } from "./tally.ts";

export type Gateway = {
  readonly start: () => void;
  /** Ends the connection so that the session can be resumed; resolves when the latest event is through and the session written. */
  readonly stop: () => Promise<void>;
  readonly status: () => GatewayStatus;
};

const usualMaxHeld = 1_000;

type Performers = {
  readonly [Kind in Effect["kind"]]: (effect: Extract<Effect, { kind: Kind }>, frame: Uint8Array | undefined) => void;
};

/** Keeps a connection to QQ's gateway, and hands each event to the relay as QQ's callback would. What it does next is `step`'s to say. */
export function createGateway(ports: GatewayPorts): Gateway {
  const { intents, after, now, random, log, maxHeld = usualMaxHeld } = ports;
  const saved = ports.sessions.read();
  const keeper = keepSession({ ...ports, written: saved });
  const tally = createTally(now);
  const timers = new Map<Timer, () => void>();
  let state = firstState(saved);
  let told = tally.read(state);
  let socket: Socket | undefined;
  let token: string | undefined;
  let quiet: (() => void) | undefined;
  let reasonTold: string | undefined;

  const feed = (input: Input, frame?: Uint8Array): void => {
    const taken = step(state, input, { intents, random: random(), maxHeld });
    state = taken.state;
    for (const effect of taken.effects) performers[effect.kind](effect as never, frame);
    keeper.keep(state.session);
    tell();
  };

  const tell = (): void => {
    const status = tally.read(state);
    const isNew = (["state", "trouble", "isQuiet"] as const).some((name) => status[name] !== told[name]);
    told = status;
    if (status.state === "connected") {
      quiet ??= after(quietAfter, noticeQuiet);
      reasonTold = undefined;
    }
    if (isNew) ports.changed(status);
  };

  const noticeQuiet = (): void => {
    tally.stood(state.session?.seq ?? 0);
    tell();
  };

  const handOver = createHandOver({
    ...ports,
    done: ({ session, s }) => feed({ kind: "durable", session, s }),
  });

  const clear = (name: Timer): void => {
    timers.get(name)?.();
    timers.delete(name);
  };

  const ask = async (fresh: boolean): Promise<void> => {
    const answer = await ports.ask(fresh ? token : undefined).catch((error: unknown) => {
      log("error", "fault", { message: error instanceof Error ? error.message : "unknown" });
      return { kind: "unreachable", trouble: "api" } as const;
    });
    if (state.phase !== "asking") return;
    if (answer.kind === "unreachable") return feed(answer);
    const { token: fetched, ...addressed } = answer;
    token = fetched;
    feed(addressed);
  };

  const open = (url: string): void => {
    const opened: Socket = ports.open(url, {
      opened: () => {
        if (socket === opened) feed({ kind: "opened" });
      },
      came: (bytes) => {
        if (socket !== opened) return;
        const input: Input = { kind: "frame", frame: readFrame(Buffer.from(bytes).toString("utf8")) };
        tally.came(input);
        feed(input, bytes);
      },
      closed: (code, reason) => {
        if (socket !== opened) return;
        socket = undefined;
        if (reason !== undefined && reason !== reasonTold) log("info", "gateway-lost", { code, reason });
        reasonTold = reason ?? reasonTold;
        feed({ kind: "closed", code });
      },
    });
    socket = opened;
  };

  const send = (op: number, d: unknown): void => socket?.send(JSON.stringify({ op, d }));

  const performers: Performers = {
    ask: ({ fresh }) => {
      tally.retries(undefined);
      void ask(fresh);
    },
    open: ({ url }) => open(url),
    identify: (effect) => {
      tally.identified();
      send(2, { token: `QQBot ${token}`, intents: effect.intents, shard: [0, 1], properties: {} });
    },
    resume: ({ session: { id, seq } }) => send(6, { token: `QQBot ${token}`, session_id: id, seq }),
    beat: ({ received }) => send(1, received),
    hand: ({ session, s, forward }, body) => handOver.push({ session, s, body: forward ? body : undefined }),
    timer: ({ name, after: ms }) => {
      clear(name);
      if (name === "connect") tally.retries(now() + ms);
      timers.set(
        name,
        after(ms, () => {
          timers.delete(name);
          feed({ kind: "timer", name });
        }),
      );
    },
    untimer: ({ name }) => clear(name),
    drop: () => {
      for (const name of timers.keys()) if (name !== "connect") clear(name);
      socket?.drop();
      socket = undefined;
    },
  };

  return {
    start: () => feed({ kind: "start" }),
    stop: async () => {
      feed({ kind: "stop" });
      clear("connect");
      quiet?.();
      await handOver.stop();
      await keeper.flush();
    },
    status: () => tally.read(state),
  };
}

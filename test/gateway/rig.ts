import { createGateway, type Gateway } from "../../lib/gateway/gateway.ts";
import type { SessionStore } from "../../lib/gateway/gateway-ports.ts";
import type { GatewayStatus } from "../../lib/model/gateway-status.ts";
import { isRefusal, refusalStatus } from "../../lib/model/refusal.ts";
import { deriveKeys } from "../../lib/qq/callback/keys.ts";
import { signCallback } from "../../lib/qq/callback/sign-callback.ts";
import { verifyCallback } from "../../lib/qq/callback/verify-callback.ts";
import { intentsOf } from "../../lib/qq/gateway/intents.ts";
import type { Session } from "../../lib/qq/gateway/state.ts";
import { noon } from "../support/build.ts";
import { createFakeGateway } from "../support/fake-gateway.ts";
import { createVirtualTimers } from "../support/virtual-timers.ts";

const appId = "app";
const keys = deriveKeys("secret-of-the-bot");

/** The connection to a gateway in memory, and a relay that takes what it is handed, all in virtual time. */
export function openRig({ maxHeld = 1_000 }: { readonly maxHeld?: number } = {}) {
  if (!keys) throw new Error("no keys");
  const timers = createVirtualTimers(noon);
  const qq = createFakeGateway();
  const logs: string[] = [];
  const statuses: GatewayStatus[] = [];
  const disk: { session: Session | undefined; writes: number; isFull: boolean } = {
    session: undefined,
    writes: 0,
    isFull: false,
  };
  const relay: {
    /** What it answers: a status, none, or by what it finds. */
    answer: number | undefined | "by itself";
    /** How far its clock is ahead (ms). */
    skew: number;
    /** Ids in the order in which they became durable, once each. */
    readonly taken: Set<string>;
    tries: number;
    repeats: number;
    /** Answers come when it is called. */
    release: (() => void) | undefined;
  } = { answer: "by itself", skew: 0, taken: new Set(), tries: 0, repeats: 0, release: undefined };

  const sessions: SessionStore = {
    read: () => disk.session,
    write: (session) => {
      if (disk.isFull) return Promise.reject(Object.assign(new Error("no room"), { code: "ENOSPC" }));
      disk.session = session;
      disk.writes += 1;
      return Promise.resolve();
    },
  };

  const receive = (headers: Readonly<Record<string, string>>, body: Uint8Array): number => {
    const at = timers.now() + relay.skew;
    const inbound = { method: "POST", path: "/", headers, query: {}, body, at: new Date(at) };
    const callback = verifyCallback(inbound, { appId, keys }, at);
    if (isRefusal(callback)) return refusalStatus[callback.refusal];
    if (callback.kind !== "event") return 400;
    if (relay.taken.has(callback.id)) relay.repeats += 1;
    relay.taken.add(callback.id);
    return 200;
  };

  const open = (): Gateway =>
    createGateway({
      ...timers,
      intents: intentsOf(["channel", "group"]),
      ask: qq.ask,
      open: qq.open,
      sign: (body) => ({ body, headers: signCallback(body, { appId, keys }, timers.now()) }),
      take: async ({ headers, body }) => {
        relay.tries += 1;
        if (relay.release) await new Promise<void>((resolve) => (relay.release = resolve));
        return relay.answer === "by itself" ? receive(headers, body) : relay.answer;
      },
      sessions,
      changed: (status) => statuses.push(status),
      random: () => 0.5,
      log: (...line) => logs.push(JSON.stringify(line)),
      maxHeld,
    });

  let gateway = open();
  return {
    ...timers,
    qq,
    relay,
    disk,
    logs,
    statuses,
    status: () => gateway.status(),
    stop: () => gateway.stop(),
    start: async () => {
      gateway.start();
      await timers.settle();
    },
    /** Another process, with what the last one left. */
    restart: async () => {
      gateway = open();
      gateway.start();
      await timers.settle();
    },
    emit: async (times = 1) => {
      const ids = Array.from({ length: times }, () => qq.emit());
      await timers.settle();
      return ids;
    },
    /** Ops that the client said, heartbeats aside. */
    ops: () => qq.said.map(({ op }) => op),
  };
}

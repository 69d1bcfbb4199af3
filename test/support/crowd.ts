import { minute, second } from "../../lib/base/time.ts";
import { composePlanRules } from "../../lib/compose/plan-rules.ts";
import { createBreaker } from "../../lib/deliver/breaker.ts";
import { deliver } from "../../lib/deliver/deliver.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import { createLimitsGate } from "../../lib/deliver/limits-gate.ts";
import type { Level } from "../../lib/model/level.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import { wakeTarget } from "../../lib/outbox/wake.ts";
import type { SendRequest } from "../../lib/ports.ts";
import { readAnswer } from "../../lib/qq/read-answer.ts";
import { styleOf } from "../../lib/render/style/style-of.ts";
import { createStore } from "../../lib/store/store.ts";
import { scopeAt, sweep } from "../../lib/sweep/sweep.ts";
import { writeAnswer } from "../../simulator/answer.ts";
import { takeSend } from "../../simulator/send.ts";
import { defaultSettings as simulatorSettings } from "../../simulator/settings.ts";
import { emptyState } from "../../simulator/state.ts";
import { createRandom } from "../../bench/simulate/random.ts";
import { delivery, noon, notice } from "./build.ts";
import type { TestEngine } from "./engines.ts";
import { createVirtualClock } from "./virtual-clock.ts";

/** What QQ was asked, and said. */
export type Asked = { readonly at: number; readonly target: string; readonly code: number };

export type CrowdOptions = {
  readonly scene: Extract<SceneName, "c2c" | "group">;
  readonly certified: boolean;
  /** Handlers that work side by side, as functions of their own do. */
  readonly handlers: number;
  /** Time (ms) that a message is on its way to QQ, and its answer on the way back: each up to this. */
  readonly latency: number;
};

export type Crowd = {
  readonly now: () => number;
  readonly asked: readonly Asked[];
  /** A notice for a target, whose deliverer is woken. */
  readonly tell: (id: string, level?: Level) => Promise<void>;
  /** Lets time go by, with a sweep each minute, until all that was told is done or `ms` are over. */
  readonly run: (ms: number, meanwhile?: (wait: (ms: number) => Promise<void>) => Promise<void>) => Promise<void>;
  readonly pending: () => Promise<number>;
  /** The next send is begun, and its handler is killed: its answer never comes. */
  readonly kill: () => void;
};

/** Time (ms) that a handler has for a call, as a function of 30 s has. */
const callTime = 28_500;

/** Many targets of one bot under QQ's rules of 2026, with its simulator's own judgement, and a time in which all wait side by side. */
export async function openCrowd(engine: TestEngine, options: CrowdOptions): Promise<Crowd> {
  const { scene, certified, handlers, latency } = options;
  const clock = createVirtualClock(noon);
  const now = () => clock.now().getTime();
  engine.setClock(now);
  const random = createRandom(handlers, scene);
  const settings = { ...defaultSettings, limits: "2026", certified } as const;
  const routes: Routes = { ci: { scene, source: "generic", open: true, to: ["1"] } };
  const store = createStore(clock.holdFor(engine.table), 30);
  const state = emptyState();
  state.settings = { ...simulatorSettings, certified, limits: { preset: "2026", override: {} } };
  const asked: Asked[] = [];
  let toKill = 0;
  const targets = new Set<string>();
  const woken: Target[] = [];
  const idle: (() => void)[] = [];
  let ids = 0;
  const count = { working: 0, killed: 0, told: false };
  const log = () => undefined;

  const send = async ({ target, body, permit }: SendRequest) => {
    await clock.wait(Math.round(latency * random()));
    const answer = takeSend(state, { scene, id: target.id }, body, now());
    asked.push({ at: now(), target: target.id, code: answer.kind === "error" ? (answer.code ?? -1) : 0 });
    if (toKill > 0) {
      toKill -= 1;
      count.killed += 1;
      await new Promise(() => undefined);
    }
    await clock.wait(Math.round(latency * random()));
    if (answer.kind === "cut") throw new Error("the simulator cuts nothing by itself");
    return readAnswer({ status: answer.status, text: writeAnswer(answer, "trace") ?? "" }, permit, "2026");
  };
  const wake = (target: Target) => {
    if (!woken.some((each) => each.id === target.id)) woken.push(target);
    idle.shift()?.();
    return Promise.resolve();
  };
  const ports: DeliverPorts = {
    store,
    routes,
    wake,
    log,
    clock,
    random,
    qq: { send },
    breaker: createBreaker({ store, log }),
    limits: createLimitsGate({
      settings,
      routes,
      store,
      log,
      askGuild: () => Promise.reject(new Error("no guild here")),
    }),
    openDm: () => Promise.reject(new Error("no DM here")),
    media: {
      isInternal: () => Promise.resolve(false),
      prepare: () => Promise.resolve({ kind: "no-media", reason: "no pictures here" }),
      forget: () => undefined,
    },
    newId: () => `claim-${(ids += 1)}`,
    rules: composePlanRules(scene, routes, settings),
    language: "zh",
    styleOf: (deliveries) => styleOf(scene, settings, deliveries, routes),
  };
  const handle = async (): Promise<never> => {
    for (;;) {
      const target = woken.shift();
      if (target) {
        count.working += 1;
        await deliver(target, now() + callTime, { ...ports });
        count.working -= 1;
      } else await new Promise<void>((go) => idle.push(go));
    }
  };
  for (let at = 0; at < handlers; at += 1) void handle();

  const pending = async () => {
    const counts = await Promise.all([...targets].map((id) => store.countPending({ scene, id })));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return {
    now,
    asked,
    pending,
    kill: () => (toKill += 1),
    tell: async (id, level = "info") => {
      const target: Target = { scene, id };
      targets.add(targetName(target).slice(scene.length + 1));
      await store.enlist(delivery({ target, arrivedAt: now(), notice: notice({ level, title: id }) }));
      await wakeTarget(target, ports);
    },
    run: (ms, meanwhile = () => Promise.resolve()) => {
      const end = now() + ms;
      count.told = false;
      const tellAll = async () => {
        await meanwhile(clock.wait);
        count.told = true;
      };
      const goOn = async () => {
        while (now() < end && (!count.told || (await pending()) > 0)) {
          const next = noon + Math.floor((now() - noon) / minute + 1) * minute;
          await clock.wait(Math.min(end, next) - now());
          await sweep(scopeAt(now()), now(), { store, wake, log });
        }
        while (count.working > count.killed || woken.length > 0) await clock.wait(second);
      };
      return clock.run(Promise.all([goOn(), tellAll()]).then(() => undefined));
    },
  };
}

import type { Get } from "../../lib/sns/get.ts";
import { createStore } from "../../lib/store/store.ts";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { ToldHeld } from "../../lib/model/held.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import { defaultSettings, type Settings } from "../../lib/model/settings.ts";
import type { Clock, Log, Store } from "../../lib/ports.ts";
import type { Table } from "../../lib/store/table.ts";
import { type Running, startRelay } from "../../local/run/server.ts";
import { startSimulator } from "../../simulator/server.ts";
import { noon } from "./build.ts";
import type { TestEngine } from "./engines.ts";
import { createPatientClock } from "./patient-clock.ts";

/** What the simulator wrote down of one attempt. */
export type Attempt = {
  readonly at: string;
  readonly scene: string;
  readonly target: string;
  readonly status: number;
  readonly code: number;
  readonly permit: string;
  /** Of one that a person looks at first. */
  readonly audit_id?: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** A relay and QQ's simulator on loopback over one engine, all on one clock that only the test and waits move. */
export type Rig = {
  readonly relay: Running;
  readonly simulatorUrl: string;
  readonly store: Store;
  readonly now: () => number;
  readonly setTime: (time: number) => void;
  /** Lets so much time (ms) go by, each wait of a `patient` relay ending at its own moment, until nothing more happens. */
  readonly later: (ms: number) => Promise<void>;
  /** Posts a JSON body to a route and answers status and parsed body. */
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Posted>;
  /** Posts to the simulator's control. */
  readonly sim: (path: string, body: unknown) => Promise<Record<string, unknown>>;
  readonly attempts: (scene: SceneName, target: string) => Promise<readonly Attempt[]>;
  /** What the simulator accepted for a target. */
  readonly received: (scene: SceneName, target: string) => Promise<readonly Attempt[]>;
  readonly deliveries: (scene: SceneName, target: string) => Promise<readonly Delivery[]>;
  /** Someone speaks, which opens a window; answers the message's id when all that it set off has come to rest. */
  readonly say: (scene: SceneName, target: string, text?: string) => Promise<string>;
  readonly logs: readonly string[];
  readonly stop: () => Promise<void>;
};

export type Posted = { readonly status: number; readonly headers: Headers; readonly body: PostedBody };

type PostedBody = {
  readonly deliveries: readonly {
    readonly id: string;
    readonly target: string;
    readonly state: string;
    readonly held?: ToldHeld;
  }[];
  readonly error?: string;
  readonly message?: string;
};

export type RigOptions = {
  readonly settings?: Partial<Settings>;
  readonly env?: Record<string, string>;
  /** The way to the engine's table that the relay is to take, where it is not the straight one. */
  readonly table?: Table;
  /** Its waits last until the test lets their time go by; without it they take no time, and move the clock. */
  readonly patient?: true;
  /** Addresses of a picture's host. Without it every host is public but those of `.internal`. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** What stands for SNS's hosts. Without it they do not answer. */
  readonly getFromAws?: Get;
};

const lookUpHost = (host: string) => Promise.resolve(host.endsWith(".internal") ? ["127.0.0.1"] : ["93.184.216.34"]);

export async function startRig(engine: TestEngine, routes: Routes, options: RigOptions = {}): Promise<Rig> {
  const patient = createPatientClock(noon);
  const clock: Clock = options.patient
    ? patient
    : {
        now: patient.now,
        wait: (ms) => {
          patient.setTime(now() + ms);
          return Promise.resolve();
        },
      };
  const now = () => patient.now().getTime();
  const logs: string[] = [];
  const log: Log = (level, event, fields) => logs.push(JSON.stringify({ level, event, ...fields }));
  const simulator = await startSimulator({ port: 0, appId: "app", appSecret: "secret-of-the-bot", now: clock.now });
  const env = {
    QQ_APP_ID: "app",
    QQ_APP_SECRET: "secret-of-the-bot",
    QQ_API_BASE: simulator.url,
    QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
    ...options.env,
  };
  // As the simulator counts unless it is told otherwise, so that a test knows how many go.
  const settings: Settings = { ...defaultSettings, limits: "published", ...options.settings };
  const { lookup = lookUpHost, getFromAws = () => Promise.resolve({ kind: "lost" }) } = options;
  engine.setClock(now);
  const { table = engine.table } = options;
  const relay = await startRelay({ routes, settings, env, table, clock, log, lookup, getFromAws, random: () => 0.5 });
  simulator.setEventsUrl(`${relay.url}/events`);
  const store = createStore(engine.table, settings.retentionDays);

  const post: Rig["post"] = async (path, body, headers = {}) => {
    const response = await fetch(relay.url + path, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json", ...headers },
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as PostedBody };
  };
  const sim: Rig["sim"] = async (path, body) => {
    const response = await fetch(`${simulator.url}/_sim/${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`/_sim/${path}: ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const attempts: Rig["attempts"] = async (scene, target) => {
    const response = await fetch(`${simulator.url}/_sim/messages?scene=${scene}&target=${target}`);
    return (await response.json()) as Attempt[];
  };

  return {
    relay,
    simulatorUrl: simulator.url,
    store,
    now,
    setTime: patient.setTime,
    later: (ms) => patient.moveTo(now() + ms, relay.idle),
    post,
    sim,
    attempts,
    received: async (scene, target) => (await attempts(scene, target)).filter((each) => each.status === 200),
    deliveries: (scene, target) => store.listDeliveries({ scene, id: target }, 1_000),
    say: async (scene, target, text = "在吗") => {
      const said = await sim("say", { scene, target, text, user: "3" });
      await relay.idle();
      return String(said["msg_id"]);
    },
    logs,
    stop: async () => {
      patient.release();
      await relay.stop();
      await simulator.stop();
    },
  };
}

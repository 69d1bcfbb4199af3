import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import type { LimitsSetting } from "../../lib/model/settings.ts";
import { type Child, toChild, untilReady } from "../local/child.ts";
import { randomFrom } from "../support/random.ts";
import type { Attempt } from "../support/rig.ts";
import { readStates } from "./relay.ts";

const rounds = Number(process.env["DURABILITY_KILLS"] ?? 60);
const seed = Number(process.env["DURABILITY_SEED"] ?? 20_261_121);

/** Webhooks of a round to each route, and how many senders post them at once. */
const perRound = 10;
const senders = 6;

const root = join(import.meta.dirname, "..", "..");
const plenty = 1_000_000;
const limits: LimitsSetting = {
  override: {
    c2c: { proactive: plenty },
    group: { proactive: 0 },
    channel: { proactive: { "target-day": plenty, "guild-channels-day": plenty } },
  },
};

/** Pushes, which a kill may make it say twice, and one that says so; replies, which QQ knows again in groups only. */
const routes = {
  pushed: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
  once: { scene: "c2c", source: "generic", open: true, to: ["U2"], policy: { onUnsure: "assume-sent" } },
  chat: { scene: "group", source: "generic", open: true, to: ["G1", "G2"] },
  news: { scene: "channel", source: "generic", open: true, to: ["C1"] },
  direct: { scene: "dm", source: "generic", open: true, to: ["D1"] },
} as const satisfies Routes;

type Kind = keyof typeof routes;
const kinds = Object.keys(routes) as readonly Kind[];
const targets = kinds.flatMap((kind) => routes[kind].to.map((id) => ({ kind, scene: routes[kind].scene, id })));

const titlesOf = ({ body }: Attempt): readonly string[] =>
  JSON.stringify(body).match(/\b(?:pushed|once|chat|news|direct)-\d+\b/g) ?? [];

/** How many notices digests only counted, for want of room. */
const countedIn = (messages: readonly Attempt[]): number =>
  messages
    .map(({ body }) => Number(/另有 (\d+) 条/.exec(JSON.stringify(body))?.[1] ?? 0))
    .reduce((sum, count) => sum + count, 0);

const kindOf = (title: string): Kind => title.split("-", 1)[0] as Kind;

describe("a relay whose whole process group is killed again and again under load", () => {
  const random = randomFrom(seed);
  let folder: string;
  let simulator: ChildProcess;
  let simulatorUrl: string;
  let env: Readonly<Record<string, string | undefined>>;
  let relay: Child | undefined;
  let url: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "torture-"));
    writeFileSync(join(folder, "routes.mjs"), `export const routes = ${JSON.stringify(routes)};`);
    writeFileSync(
      join(folder, "settings.mjs"),
      `export const settings = ${JSON.stringify({ limits, events: "callback" })};`,
    );
    const [port, simulatorPort] = [await freePort(), await freePort()];
    url = `http://127.0.0.1:${port}`;
    simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
    env = {
      PATH: process.env["PATH"],
      PORT: String(port),
      ADMIN_PORT: "0",
      RELAY_ENV_FILE: "",
      RELAY_DATA: join(folder, "data"),
      RELAY_LOG: "json",
      QQ_APP_ID: "app",
      QQ_APP_SECRET: "secret-of-the-bot",
      QQ_API_BASE: simulatorUrl,
      QQ_TOKEN_URL: `${simulatorUrl}/app/getAppAccessToken`,
      SIM_PORT: String(simulatorPort),
      RELAY_EVENTS_URL: `${url}/events`,
    };
    simulator = spawn(process.execPath, ["simulator/main.ts"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (simulator.stdout) await once(simulator.stdout, "data");
    await sim("settings", { limits });
  });
  afterEach(async () => {
    await kill();
    simulator.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  const sim = async (path: string, body?: unknown): Promise<unknown> => {
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const answer = await fetch(`${simulatorUrl}/_sim/${path}`, body === undefined ? {} : request);
    if (!answer.ok) throw new Error(`/_sim/${path}: ${await answer.text()}`);
    return answer.json();
  };
  const attempts = async (scene: string, id: string): Promise<readonly Attempt[]> =>
    (await sim(`messages?scene=${scene}&target=${id}`)) as readonly Attempt[];
  const taken = async (scene: string, id: string): Promise<readonly Attempt[]> =>
    (await attempts(scene, id)).filter(({ status }) => status === 200);

  const start = async (): Promise<void> => {
    const files = ["--routes", join(folder, "routes.mjs"), "--settings", join(folder, "settings.mjs")];
    const args = ["start", "--silent", "--", "--no-sample", ...files];
    relay = toChild(spawn("npm", args, { cwd: root, env, detached: true }));
    await untilReady(relay);
  };
  const kill = async (): Promise<void> => {
    if (relay?.process.pid === undefined) return;
    if (isThere(relay.process.pid)) process.kill(-relay.process.pid, "SIGKILL");
    await relay.exit;
    await vi.waitFor(() => expect(isThere(relay?.process.pid)).toBe(false), { timeout: 10_000, interval: 10 });
    relay = undefined;
  };

  /** As an operator looks at the deliveries, by the token in the data folder. */
  const countPending = async (): Promise<number> => {
    const headers = { authorization: `Bearer ${readFileSync(join(folder, "data", "admin-token"), "utf8").trim()}` };
    const lists = targets.map(async ({ scene, id }) => {
      const answer = await fetch(`${relay?.adminUrl()}/_relay/deliveries?scene=${scene}&target=${id}&limit=100000`, {
        headers,
      });
      return (await answer.json()) as readonly { readonly state: string }[];
    });
    return (await Promise.all(lists)).flat().filter(({ state }) => state === "pending").length;
  };

  const queue: string[] = [];
  const accepted = new Set<string>();
  let made = 0;
  const enqueue = (): void => {
    for (let count = 0; count < perRound; count += 1, made += 1) queue.push(...kinds.map((kind) => `${kind}-${made}`));
  };

  /** Posts what waits; what is not answered with a 202 waits again. Some notices are folded into others of their key. */
  const postAll = async (signal: AbortSignal): Promise<void> => {
    for (let title = queue.shift(); title !== undefined; title = queue.shift()) {
      const kind = kindOf(title);
      const request = {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": title },
        body: JSON.stringify({ title, level: "info" }),
      };
      const status = await fetch(`${url}/${routes[kind].scene}/${kind}`, request).then(
        async (answer) => answer.arrayBuffer().then(() => answer.status),
        () => undefined,
      );
      if (status === 202) accepted.add(title);
      else queue.push(title);
      if (signal.aborted) return;
    }
  };

  /** Refusals that ask for another try, answers lost on the way, and slow ones; never a lost answer to a push that may be said twice. */
  const fault = async (): Promise<void> => {
    const waiting = (await sim("faults")) as readonly unknown[];
    if (waiting.length > 6) return;
    const chance = random();
    if (chance < 0.3) await sim("faults", { times: 1 + Math.floor(random() * 3), code: 304082 });
    else if (chance < 0.6)
      await sim("faults", { times: 1 + Math.floor(random() * 2), drop: "after", match: "/groups/" });
    else if (chance < 0.7) await sim("faults", { drop: "before", match: "/users/U1" });
    else if (chance < 0.8) await sim("faults", { drop: "after", match: "/users/U2" });
    else await sim("faults", { times: 5, delayMs: Math.floor(random() * 100) });
  };

  const say = async (scene: string, target: string): Promise<void> => {
    await sim("say", { scene, target, text: "在吗", user: "3" }).catch(() => undefined);
  };
  const talk = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await say("group", random() < 0.7 ? "G1" : "G2");
      if (random() < 0.3) await say("channel", "C1");
      if (random() < 0.3) await say("dm", "D1");
      await fault();
      await wait(60 + random() * 200);
    }
  };

  /** What was said before and is said again, where nothing shows that the first answer was lost to a kill. */
  const findRepeats = (messages: readonly Attempt[], lastBeforeKill: ReadonlySet<string>): readonly string[] => {
    const said = new Map<string, Attempt>();
    const repeats: string[] = [];
    for (const message of messages)
      for (const title of titlesOf(message)) {
        const before = said.get(title);
        if (before && !lastBeforeKill.has(nameOf(before))) repeats.push(title);
        said.set(title, message);
      }
    return repeats;
  };
  const nameOf = ({ at, body }: Attempt): string => `${at} ${JSON.stringify(body)}`;

  it(`loses nothing in ${rounds} kills, and says twice only what it could not know to have been said`, async () => {
    const lastBeforeKill = new Set<string>();
    for (let round = 1; round <= rounds; round += 1) {
      await start();
      enqueue();
      const end = new AbortController();
      const work = [...Array.from({ length: senders }, () => postAll(end.signal)), talk(end.signal)];
      await wait(30 + random() * 900);
      end.abort();
      await kill();
      await Promise.all(work);
      // Until the simulator is done with what was on its way.
      await wait(250);
      for (const { scene, id } of targets) {
        const last = (await taken(scene, id)).at(-1);
        if (last) lastBeforeKill.add(nameOf(last));
      }
    }
    await start();
    while (queue.length > 0)
      await Promise.all(Array.from({ length: senders }, () => postAll(new AbortController().signal)));

    // Someone speaks until no target has more to be told: what QQ asked to try again later takes minutes.
    await vi.waitFor(
      async () => {
        for (const { scene, id } of targets) if (scene !== "c2c") await say(scene, id);
        expect(await countPending()).toBe(0);
      },
      { timeout: 240_000, interval: 3_000 },
    );
    relay?.process.kill("SIGTERM");
    await relay?.exit;
    await kill();

    const states = await readStates(join(folder, "data"));
    const told = await Promise.all(
      targets.map(async ({ kind, scene, id }) => {
        const all = [...accepted].filter((title) => kindOf(title) === kind);
        const messages = await taken(scene, id);
        const said = new Set(messages.flatMap(titlesOf));
        const stateOf = (title: string) => states.get(`target#${scene}:${id} ${title}`);
        const mayRepeat = kind === "pushed" || scene === "channel" || scene === "dm";
        const isSaid = (title: string) => said.has(title) || kind === "once";
        const neverSaid = all.filter((title) => stateOf(title) === "sent" && !isSaid(title));
        return {
          target: `${scene}:${id}`,
          accepted: all.length,
          messages: messages.length,
          again: messages.flatMap(titlesOf).length - said.size,
          lost: all.filter((title) => stateOf(title) === undefined),
          pending: all.filter((title) => stateOf(title) === "pending").length,
          neverSaid: neverSaid.length > countedIn(messages) ? neverSaid : [],
          saidTwice: findRepeats(messages, mayRepeat ? lastBeforeKill : new Set()),
        };
      }),
    );
    console.log(
      `seed ${seed}, ${rounds} kills, ${accepted.size} accepted\n${told.map((each) => JSON.stringify(each)).join("\n")}`,
    );
    expect(accepted.size).toBe(made * kinds.length);
    for (const { lost, pending, neverSaid, saidTwice } of told)
      expect({ lost, pending, neverSaid, saidTwice }).toEqual({ lost: [], pending: 0, neverSaid: [], saidTwice: [] });
  });
});

/** Whether a process group has a member. */
function isThere(group: number | undefined): boolean {
  if (group === undefined) return false;
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

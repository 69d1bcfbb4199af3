import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { minute } from "../../lib/base/time.ts";
import type { Setup } from "../../lib/compose/common.ts";
import { composeEvents } from "../../lib/compose/events.ts";
import { composeScene } from "../../lib/compose/scene.ts";
import { composeSweep } from "../../lib/compose/sweep.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Settings } from "../../lib/model/settings.ts";
import type { Target } from "../../lib/model/target.ts";
import { deriveKeys } from "../../lib/qq/callback/keys.ts";
import { lifeSign } from "../../lib/qq/callback/life-sign.ts";
import { signCallback } from "../../lib/qq/callback/sign-callback.ts";
import { createStore } from "../../lib/store/store.ts";
import { startSimulator } from "../../simulator/server.ts";
import { delivery } from "../delivery.ts";
import { createCountedLog } from "./counted-log.ts";
import { openCountedTable } from "./counted-table.ts";
import type { Spent } from "./units.ts";

/** A Tuesday's noon: away from the ends of hours, days and months, which have work of their own. */
const start = Date.UTC(2026, 10, 10, 4, 10, 30);

/** What an invocation may take (ms) before it has to settle. */
const invocation = 28_500;

/** Writes under way at once. */
const atOnce = 10;

const bot = { appId: "costs", appSecret: "secret-of-the-costs-bot" };

/**
 * The functions as AWS runs them, each wake-up an invocation of its own, on a table that counts, beside QQ's simulator, on a clock
 * that only its user moves. All that AWS charges for is counted.
 */
export type CostLine = {
  /** A webhook: one invocation. Those that it wakes wait for `work`. */
  readonly post: (path: string, request: Pick<Inbound, "headers" | "body">) => Promise<void>;
  /** Runs what was woken, one after the other, until nothing is. */
  readonly work: () => Promise<void>;
  /** Someone speaks in a group: QQ calls back. */
  readonly say: (group: string) => Promise<void>;
  /** The gateway process says that it lives. */
  readonly live: () => Promise<void>;
  readonly sweep: () => Promise<void>;
  /** Puts notices of these numbers among what waits for a group, without any function; `to` is not one of them. */
  readonly hold: (
    route: string,
    group: string,
    numbers: { readonly from: number; readonly to: number },
  ) => Promise<void>;
  /** Lets so much time (ms) go by. */
  readonly later: (ms: number) => void;
  /** Moves on to the next full minute that fits, counted from the epoch. */
  readonly untilMinute: (fits: (minutes: number) => boolean) => void;
  /** Tells the simulator's control something. */
  readonly sim: (path: string, body: unknown) => Promise<void>;
  /** What was spent since it was last read. */
  readonly read: () => Promise<Spent>;
  /** Bytes that lie in the table, as DynamoDB charges for keeping them. */
  readonly size: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

export async function startCostLine(
  routes: Routes,
  settings: Partial<Settings>,
  secrets: Readonly<Record<string, string>>,
): Promise<CostLine> {
  let now = start;
  let waitedMs = 0;
  let invocations = 0;
  let answers = 0;
  let outBytes = 0;
  let attempts = 0;
  const clock = {
    now: () => new Date(now),
    wait: async (ms: number) => {
      now += ms;
      waitedMs += ms;
    },
  };
  const counted = await openCountedTable(() => now);
  const logged = createCountedLog(clock.now);
  const qq = await startSimulator({ port: 0, ...bot, now: clock.now });
  const woken: Target[] = [];
  const setup: Setup = {
    routes,
    settings,
    env: {
      ...secrets,
      QQ_APP_ID: bot.appId,
      QQ_APP_SECRET: bot.appSecret,
      QQ_API_BASE: qq.url,
      QQ_TOKEN_URL: `${qq.url}/app/getAppAccessToken`,
    },
    table: counted.table,
    clock,
    random: () => 0.5,
    wake: async (target) => void woken.push(target),
    log: logged.log,
  };
  const scene = composeScene("group", setup);
  const events = composeEvents(setup);
  const { sweep } = composeSweep(setup);

  const requestOf = (path: string, request: Pick<Inbound, "headers" | "body">): Inbound => ({
    method: "POST",
    path,
    query: {},
    at: new Date(now),
    ...request,
  });
  const call = async <Answer>(run: (deadline: number) => Promise<Answer>): Promise<Answer> => {
    invocations += 1;
    return run(now + invocation);
  };
  const callback = async (request: Pick<Inbound, "headers" | "body">): Promise<string> => {
    const answer = await call((deadline) => events.listen(requestOf("/", request), deadline));
    if (isRefusal(answer)) throw new Error(answer.message);
    const text = JSON.stringify(answer.body);
    answers += 1;
    outBytes += Buffer.byteLength(text);
    return text;
  };
  const server = createServer(async (message, response) => {
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
    response.end(await callback({ headers, body: await readBody(message) }).catch(String));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  qq.setEventsUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  return {
    post: async (path, request) => {
      const answer = await call((deadline) => scene.accept(requestOf(path, request), deadline));
      if (isRefusal(answer) || answer.status !== 202 || !("body" in answer))
        throw new Error(`not taken: ${JSON.stringify(answer)}`);
      answers += 1;
      outBytes += Buffer.byteLength(JSON.stringify(answer.body));
    },
    work: async () => {
      for (let target = woken.shift(); target; target = woken.shift()) {
        const each = target;
        await call((deadline) => scene.deliver(each, deadline));
      }
    },
    say: (group) => tell(qq.url, "say", { scene: "group", target: group, text: "在吗", user: "3" }),
    live: async () => {
      const keys = deriveKeys(bot.appSecret);
      if (!keys) throw new Error("the bot has no keys");
      const body = Buffer.from(lifeSign);
      await callback({ headers: signCallback(body, { appId: bot.appId, keys }, now), body });
    },
    sweep: () => call(() => sweep()),
    hold: async (route, group, { from, to }) => {
      const store = createStore(counted.uncounted, 30);
      const numbers = Array.from({ length: to - from }, (_, at) => from + at);
      for (let at = 0; at < numbers.length; at += atOnce)
        await Promise.all(
          numbers
            .slice(at, at + atOnce)
            .map((each) => store.enlist({ ...delivery(group, `held-${each}`), route, arrivedAt: now - to + each })),
        );
    },
    later: (ms) => void (now += ms),
    untilMinute: (fits) => {
      do now = (Math.floor(now / minute) + 1) * minute;
      while (!fits(now / minute));
    },
    sim: (path, body) => tell(qq.url, path, body),
    read: async () => {
      const all = await bodiesAt(qq.url);
      const sent = all.slice(attempts);
      const spent: Spent = {
        invocations,
        waitedMs,
        ...counted.read(),
        storeCalls: counted.readCalls(),
        qqCalls: sent.length,
        answers,
        outBytes: outBytes + sent.reduce<number>((sum, body) => sum + Buffer.byteLength(JSON.stringify(body)), 0),
        ...logged.read(),
      };
      attempts = all.length;
      invocations = 0;
      waitedMs = 0;
      answers = 0;
      outBytes = 0;
      return spent;
    },
    size: counted.size,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await qq.stop();
      await counted.stop();
    },
  };
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function tell(url: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}/_sim/${path}`, { method: "POST", body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`/_sim/${path}: ${await response.text()}`);
}

/** Bodies of all messages that QQ was asked to take. */
async function bodiesAt(url: string): Promise<readonly unknown[]> {
  const answer = await fetch(`${url}/_sim/messages`);
  return ((await answer.json()) as readonly { readonly body: unknown }[]).map(({ body }) => body);
}

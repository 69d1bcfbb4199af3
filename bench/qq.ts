import { startChild } from "./child.ts";
import type { Hook } from "./load.ts";
import { makePush, markPattern, type PushRequest } from "./push.ts";
import { groupPaths, limits } from "./settings.ts";

/** What became of the pushes made so far, by the messages that QQ took; `refused` counts those that it did not take. */
export type Received = {
  readonly made: number;
  readonly lost: number;
  readonly twice: number;
  readonly refused: number;
};

/** QQ's simulator as a process of its own, and pushes whose marks it is asked for. */
export type Qq = {
  readonly url: string;
  /** A push that none before it equals. */
  readonly nextPush: () => PushRequest;
  /** So many of them, spread over the groups. */
  readonly nextHooks: (count: number) => readonly Hook[];
  readonly countReceived: () => Promise<Received>;
  readonly stop: () => void;
};

export const bot = { QQ_APP_ID: "bench-app", QQ_APP_SECRET: "secret-of-the-bench-bot" };

/** Where a relay finds that QQ. */
export const envOf = (url: string) => ({ ...bot, QQ_API_BASE: url, QQ_TOKEN_URL: `${url}/app/getAppAccessToken` });

export async function startQq(): Promise<Qq> {
  const { ready: url, stop } = await startChild<string>(new URL("./simulator-process.ts", import.meta.url), bot);
  await postSettings(url);
  let made = 0;
  const nextPush = (): PushRequest => makePush((made += 1));
  return {
    url,
    nextPush,
    nextHooks: (count) =>
      Array.from({ length: count }, (_, at) => ({ path: groupPaths[at % groupPaths.length] ?? "", ...nextPush() })),
    countReceived: () => countReceived(url, made),
    stop,
  };
}

async function postSettings(simulatorUrl: string): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/_sim/settings`, { method: "POST", body: JSON.stringify({ limits }) });
  if (!answer.ok) throw new Error(`the simulator refuses its settings: ${await answer.text()}`);
}

async function countReceived(simulatorUrl: string, made: number): Promise<Received> {
  const answer = await fetch(`${simulatorUrl}/_sim/messages`);
  const attempts = (await answer.json()) as readonly { readonly status: number; readonly body: unknown }[];
  const taken = attempts.filter(({ status }) => status === 200);
  const marks = taken.flatMap(({ body }) => [...new Set(JSON.stringify(body).match(markPattern))]);
  const told = new Set(marks).size;
  return { made, lost: made - told, twice: marks.length - told, refused: attempts.length - taken.length };
}

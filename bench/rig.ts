import { type Child, startChild } from "./child.ts";
import { startEngine } from "./engine.ts";
import { makePush, markPattern, pushSecret, type PushRequest } from "./push.ts";
import type { RelayUrls, Usage } from "./relay-process.ts";
import { limits, secretName } from "./settings.ts";

/** What became of the pushes made so far, by the messages that QQ took; `refused` counts those that it did not take. */
export type Received = {
  readonly made: number;
  readonly lost: number;
  readonly twice: number;
  readonly refused: number;
};

/** The whole line on loopback, each part a process of its own; this process only plays the senders. */
export type Rig = RelayUrls & {
  readonly engine: string;
  /** What the relay has used up, once it has come to rest. */
  readonly usage: Child<RelayUrls, Usage>["ask"];
  /** A push that none before it equals. */
  readonly nextPush: () => PushRequest;
  readonly countReceived: () => Promise<Received>;
  readonly stop: () => void;
};

const bot = { QQ_APP_ID: "bench-app", QQ_APP_SECRET: "secret-of-the-bench-bot" };

export async function startRig(): Promise<Rig> {
  const stops: (() => void)[] = [];
  const stop = (): void => {
    for (const each of stops.splice(0)) each();
  };
  try {
    const engine = await startEngine();
    stops.push(engine.stop);
    const simulator = await startChild<string>(new URL("./simulator-process.ts", import.meta.url), bot);
    stops.push(simulator.stop);
    await postSettings(simulator.ready);
    const relay = await startChild<RelayUrls, Usage>(new URL("./relay-process.ts", import.meta.url), {
      ...bot,
      QQ_API_BASE: simulator.ready,
      QQ_TOKEN_URL: `${simulator.ready}/app/getAppAccessToken`,
      DYNAMODB_ENDPOINT: engine.endpoint,
      [secretName]: pushSecret,
    });
    stops.push(relay.stop);

    let made = 0;
    return {
      ...relay.ready,
      engine: engine.name,
      usage: relay.ask,
      nextPush: () => makePush((made += 1)),
      countReceived: () => countReceived(simulator.ready, made),
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
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

import { type Child, startChild } from "./child.ts";
import { startEngine } from "./engine.ts";
import { pushSecret } from "./push.ts";
import { envOf, type Qq, startQq } from "./qq.ts";
import type { RelayUrls, Usage } from "./relay-process.ts";
import { secretName } from "./settings.ts";

/** The whole line on loopback, each part a process of its own; this process only plays the senders. */
export type Rig = RelayUrls &
  Pick<Qq, "nextPush" | "nextHooks" | "countReceived" | "stop"> & {
    readonly engine: string;
    /** What the relay has used up, once it has come to rest. */
    readonly usage: Child<RelayUrls, Usage>["ask"];
  };

/** `tree`: another tree of this project, whose relay is measured instead of this one's. */
export async function startRig(tree?: string): Promise<Rig> {
  const stops: (() => void)[] = [];
  const stop = (): void => {
    for (const each of stops.splice(0)) each();
  };
  try {
    const engine = await startEngine();
    stops.push(engine.stop);
    const qq = await startQq();
    stops.push(qq.stop);
    const relay = await startChild<RelayUrls, Usage>(new URL("./relay-process.ts", import.meta.url), {
      ...envOf(qq.url),
      DYNAMODB_ENDPOINT: engine.endpoint,
      [secretName]: pushSecret,
      ...(tree !== undefined && { TREE: tree }),
    });
    stops.push(relay.stop);
    return { ...qq, ...relay.ready, engine: engine.name, usage: relay.ask, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

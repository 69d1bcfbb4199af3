import { postAll } from "../load.ts";
import { startRig } from "../rig.ts";

const rounds = 3;
const messages = 300;

/** A webhook's own, and the one that it wakes. */
const invocations = 2;

/**
 * CPU (ms) that one invocation takes of the relay's process, where webhooks come one at a time: the least of some rounds, since what
 * else the machine does only adds to it.
 */
export async function measureCpu(): Promise<number> {
  const rig = await startRig();
  try {
    const run = async (): Promise<number> => {
      const before = await rig.usage();
      await postAll(rig.url, rig.nextHooks(messages), 1);
      const after = await rig.usage();
      return ((after.cpuSeconds - before.cpuSeconds) * 1_000) / messages / invocations;
    };
    await run();
    const found: number[] = [];
    for (let round = 0; round < rounds; round += 1) found.push(await run());
    return Math.min(...found);
  } finally {
    rig.stop();
  }
}

import { loadavg } from "node:os";
import type { Report } from "../report.ts";
import { startQq } from "../qq.ts";
import { benchExpired } from "./expired.ts";
import { benchLoads } from "./loads.ts";
import { benchMemory } from "./memory.ts";
import { benchReady } from "./ready.ts";
import { benchSlowDisk } from "./slow-disk.ts";

/** The embedded run in all that it costs, beside the floor. Figures never fail it, but lost messages do. */
export async function benchEmbedded(): Promise<Report> {
  const qq = await startQq();
  try {
    const texts = [
      `Load of the machine at the beginning: ${loadavg()
        .map((each) => each.toFixed(1))
        .join(" ")}\n`,
      await benchLoads(qq),
      await benchMemory(qq),
      await benchReady(qq),
      await benchExpired(qq),
      await benchSlowDisk(qq),
    ];
    const { made, lost, twice, refused } = await qq.countReceived();
    const told = `Of ${made} messages, ${lost} were lost and ${twice} sent twice; QQ refused ${refused}.\n`;
    const faults = [
      ...(lost > 0 ? [`embedded: ${lost} messages were lost`] : []),
      ...(twice > 0 ? [`embedded: ${twice} messages were sent twice`] : []),
    ];
    return { text: [...texts, told].join("\n"), faults };
  } finally {
    qq.stop();
  }
}

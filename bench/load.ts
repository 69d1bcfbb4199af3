import { Pool } from "undici";
import type { PushRequest } from "./push.ts";

export type Hook = PushRequest & { readonly path: string };

/** How a load was answered: seconds until the last answer, and each answer's milliseconds. */
export type Answered = { readonly seconds: number; readonly latencies: readonly number[] };

/** Posts hooks over so many connections, each posting its next one when it has its answer. */
export async function postAll(url: string, hooks: readonly Hook[], connections: number): Promise<Answered> {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const waiting = hooks.values();
  const latencies: number[] = [];
  const sender = async (): Promise<void> => {
    for (const hook of waiting) {
      const began = performance.now();
      const { statusCode, body } = await pool.request({ method: "POST", ...hook });
      const text = await body.text();
      latencies.push(performance.now() - began);
      if (statusCode !== 202) throw new Error(`${hook.path} answered ${statusCode}: ${text}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, sender));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return { seconds, latencies };
}

import { randomFrom } from "../random.ts";
import type { Request } from "../requests.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import { cpuOf, leastOf, most, ordinaryCosts, sizeOf } from "./cost.ts";
import { anyLook, guardFaults } from "./judge.ts";
import { openLine } from "./line.ts";
import { mutated } from "./mutate.ts";

export type FuzzOptions = {
  readonly seed: number;
  readonly runs: number;
  readonly onRun?: (done: number, report: FuzzReport) => void;
};

/** What was met: answers by status, the costliest input against an ordinary one, and what was wrong. */
export type FuzzReport = {
  readonly statuses: Map<number, number>;
  told: number;
  worst: { readonly times: number; readonly bytes: number; readonly of: string };
  readonly faults: string[];
};

const show = (request: Request): string =>
  JSON.stringify({
    ...request,
    body: Buffer.from(request.body ?? "")
      .toString("utf8")
      .slice(0, 2_000),
  });

/**
 * Takes mutated requests through a scene's handler, and what they become through a look of any kind: no 5xx, nothing that
 * throws, no guard broken, no input that costs over fifty times an ordinary one of its size.
 */
export async function fuzz({ seed, runs, onRun }: FuzzOptions): Promise<FuzzReport> {
  const random = randomFrom(seed);
  const lines = [openLine("zh"), openLine("en")] as const;
  const report: FuzzReport = { statuses: new Map(), told: 0, worst: { times: 0, bytes: 0, of: "" }, faults: [] };
  const recent: Notice[] = [];
  const look = anyLook(randomFrom(seed));
  const whole = async (request: Request, line = lines[0], seen = look): Promise<void> => {
    const { notice } = await line(request);
    if (notice) guardFaults([notice], seen);
  };
  const ordinaryCost = ordinaryCosts((request) => whole(request));
  await ordinaryCost(0);

  for (let done = 1; done <= runs; done += 1) {
    const request = mutated(random);
    const line = lines[random() < 0.5 ? 0 : 1];
    const seen = anyLook(random);
    const wrong: string[] = [];
    const spent = await cpuOf(async () => {
      try {
        const { status, fault, notice } = await line(request);
        report.statuses.set(status, (report.statuses.get(status) ?? 0) + 1);
        if (status >= 500 || status < 200) wrong.push(`status ${status} ${fault ?? ""}`);
        if (fault !== undefined) wrong.push(fault);
        if (notice === undefined) return;
        report.told += 1;
        wrong.push(...guardFaults([notice], seen));
        recent.push(notice);
      } catch (error) {
        wrong.push(`threw ${error instanceof Error ? error.stack : String(error)}`);
      }
    });
    if (recent.length === 6) wrong.push(...guardFaults(recent.splice(0), seen));
    const bytes = sizeOf(request);
    const limit = (await ordinaryCost(bytes)) * most;
    const least = spent > limit / 2 ? await leastOf(5, () => whole(request, line, seen)) : spent;
    const times = (least / limit) * most;
    if (times > report.worst.times) report.worst = { times, bytes, of: show(request).slice(0, 200) };
    if (times > most)
      wrong.push(`cost ${least.toFixed(1)} ms, ${times.toFixed(0)} times an ordinary one of its ${bytes} bytes`);
    report.faults.push(...wrong.map((fault) => `${fault}\n    run ${done}: ${show(request)}`));
    onRun?.(done, report);
  }
  return report;
}

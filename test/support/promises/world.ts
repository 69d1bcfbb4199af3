import type { Target } from "../../../lib/model/target.ts";
import type { Clock, Log, Wake } from "../../../lib/ports.ts";
import { stateKey } from "../../../lib/store/keys.ts";
import { openSqlite } from "../../../lib/store/sqlite/table.ts";
import { createRandom } from "../../../bench/simulate/random.ts";
import type { Scope } from "../../../lib/sweep/sweep.ts";
import { type Coverage, note } from "./coverage.ts";
import { type Call, faultyTable, StoreFault } from "./faulty-table.ts";
import { composeLines, type Shared, storeOn } from "./lines.ts";
import { openQq, type Posted } from "./qq.ts";
import { allTargets } from "./routes.ts";
import type { Crash, Program } from "./steps.ts";

type Lines = ReturnType<typeof composeLines>;

/** A promise that was not kept: its name, and what was seen. */
export type Violation = { readonly kind: string; readonly detail: string };

/** How one call of a line ended. */
export type CallEnd<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "killed" }
  | { readonly kind: "failed" };

/** What a function has for one call (ms), and what one message to QQ takes. */
const callTime = 55_000;
const sendTime = 150;

const minute = 60_000;

/** A target that is still due after so many sweeps of one span never comes to rest. */
const maxSweeps = 3_000;

export type World = ReturnType<typeof openWorld>;

/** One run's relay, table, QQ and time. */
export function openWorld({ preset, limits, begins, chance }: Program, coverage: Coverage) {
  let time = Date.parse("2026-11-29T00:00:00+08:00") + begins * 3_600_000;
  const table = openSqlite(undefined, () => time);
  if ("kind" in table) throw new Error(table.reason);
  const random = createRandom(chance, "turns");
  const clock: Clock = {
    now: () => new Date(time),
    wait: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  };
  const qq = openQq(preset, limits === "auto" ? "published" : preset, () => time);
  const violations: Violation[] = [];
  const crashes: Crash[] = [];
  const woken = new Map<string, Target>();
  let wakesToLose = 0;
  let ids = 0;
  let arrival = 0;
  let meeting = false;
  let lastCrash = Number.NEGATIVE_INFINITY;
  /** What happens at QQ between a message that waits for its audit and the answer. */
  let onAudit: (posted: Posted) => Promise<void> = () => Promise.resolve();

  const wake: Wake = (target) => {
    if (wakesToLose > 0) {
      wakesToLose -= 1;
      note(coverage, "wake:lost");
    } else woken.set(`${target.scene} ${target.id}`, target);
    return Promise.resolve();
  };
  const logged: string[] = [];
  const log: Log = (level, event, fields) => {
    logged.push(`${new Date(time).toISOString()} ${level} ${event} ${JSON.stringify(fields)}`);
    if (event === "limits")
      note(coverage, `limits:${["provenAt", "refusedUntil"].filter((name) => fields?.[name]).join()}`);
    if (event === "store" && !String(fields?.["message"]).includes("the table fails"))
      violations.push({ kind: "thrown", detail: String(fields?.["message"]) });
  };

  const call = async <Answer>(
    line: Crash["line"] | "list",
    run: (lines: Lines, deadline: number) => Promise<Answer>,
  ): Promise<CallEnd<Answer>> => {
    const at = crashes.findIndex((crash) => crash.line === line);
    const [crash] = at < 0 ? [] : crashes.splice(at, 1);
    const gone = Promise.withResolvers<CallEnd<Answer>>();
    let unseen: Posted | undefined;
    const own: Call = {
      line,
      crash,
      uses: 0,
      killed: false,
      crashed: false,
      kill: () => gone.resolve({ kind: "killed" }),
      onUse: () => (unseen = undefined),
      onCrash: (name, { how, when }) => {
        note(coverage, `crash:${line} ${how} ${when} ${name}`);
        lastCrash = time;
        if (unseen) unseen.lost = true;
      },
      turns: () => (meeting ? Math.floor(random() * 3) : 0),
    };
    const shared: Shared = {
      limits: limits === "auto" ? "auto" : preset,
      clock,
      log,
      wake,
      newId: () => `id-${(ids += 1)}`,
      arrivalTime: (now) => (arrival = Math.max(now, arrival + 1)),
      send: async (request) => {
        time += sendTime;
        const { outcome, posted } = qq.send(request);
        unseen = posted;
        note(coverage, `send:${posted.permit} ${outcome.kind}${outcome.kind === "refused" ? ` ${outcome.as}` : ""}`);
        if (!posted.judged && posted.code !== undefined) note(coverage, `code:${posted.code}`);
        if (posted.auditId !== undefined) await onAudit(posted);
        return outcome;
      },
    };
    const work = run(composeLines(faultyTable(table, own), shared), time + callTime).then(
      (answer): CallEnd<Answer> => ({ kind: "answered", answer }),
      (error: unknown): CallEnd<Answer> => {
        if (!(error instanceof StoreFault)) {
          const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
          violations.push({ kind: "thrown", detail: `${line}: ${text}` });
        }
        return { kind: "failed" };
      },
    );
    return Promise.race([work, gone.promise]);
  };

  const deliverTo = (target: Target) => call("deliver", (lines, deadline) => lines.deliver(target, deadline));

  /** Does what was woken until no one wakes anyone any more. */
  const runWoken = async (): Promise<void> => {
    while (woken.size > 0) {
      const all = [...woken.values()];
      woken.clear();
      if (meeting) await Promise.all(all.map(deliverTo));
      else for (const target of all) await deliverTo(target);
    }
  };

  const sweepNow = async (scope: Scope): Promise<void> => {
    await call("sweep", (lines) => lines.sweep(scope, time));
    await runWoken();
  };

  const nextDue = async (): Promise<number> => {
    const items = await Promise.all(allTargets.map((target) => table.get(stateKey(target))));
    return Math.min(...items.map((item) => Number(item?.["dueAt"] ?? Number.POSITIVE_INFINITY)));
  };

  /** Sweeps each minute in which something is due. */
  const sweepUntil = async (end: number): Promise<void> => {
    for (let sweeps = 0; ; sweeps += 1) {
      const next = Math.ceil(Math.max(await nextDue(), time + 1) / minute) * minute;
      if (next >= end) break;
      if (sweeps > maxSweeps) {
        violations.push({ kind: "restless", detail: `due again and again at ${new Date(time).toISOString()}` });
        break;
      }
      time = next;
      await sweepNow("due");
    }
    time = Math.max(time, end);
  };

  return {
    preset,
    limits,
    table,
    store: storeOn(table),
    qq,
    coverage,
    violations,
    crashes,
    logged,
    now: () => time,
    call,
    deliverTo,
    runWoken,
    loseWakes: (count: number) => (wakesToLose += count),
    setOnAudit: (run: typeof onAudit) => (onAudit = run),
    /** Lets calls run into one another while `work` runs. */
    meet: async (work: () => Promise<void>) => {
      meeting = true;
      await work();
      meeting = false;
    },
    /** Lets time pass, with the sweeps that find something in it and the hourly look at all that is pending. */
    passTo: async (end: number) => {
      const begin = time;
      for (const [after, scope] of [
        [6 * minute, "recent"],
        [60 * minute, "all"],
      ] as const)
        if (end - begin > after) {
          await sweepUntil(begin + after);
          await sweepNow(scope);
        }
      await sweepUntil(end);
      await sweepNow(end - begin > 60 * minute ? "all" : "due");
    },
    /** Whether any call was broken off. */
    crashed: () => Number.isFinite(lastCrash),
    /** Whether nothing is wrong that the program asked for, and no dead deliverer's lease is left. */
    isCalm: () =>
      qq.faults.length === 0 && crashes.length === 0 && wakesToLose === 0 && time - lastCrash > 2 * callTime,
    calm: () => {
      qq.faults.length = 0;
      crashes.length = 0;
      wakesToLose = 0;
    },
  };
}

import type { PresetName } from "../../lib/model/limits.ts";
import type { Routes } from "../../lib/model/route.ts";
import { signRequest } from "../../local/cli/sign-request.ts";
import { makePush, pushSecret } from "../push.ts";
import { type CostLine, startCostLine } from "./line.ts";
import type { Step, Steps, Units } from "./units.ts";

const to = (group: string) => ({ scene: "group", source: "generic", open: true, to: [group] }) as const;

const routes: Routes = {
  first: to("first"),
  alone: to("alone"),
  burst: to("burst"),
  code: { scene: "group", source: "github", secret: "CodeSecret", to: ["code"] },
  held: { ...to("held"), policy: { proactive: "critical" } },
  deep: { ...to("deep"), policy: { proactive: "critical" } },
  refused: to("refused"),
};

/** Notices that come in one moment, that one conversation holds, and that wait where one more is told: no pass reads more. */
const heldOf = { burst: 10, digest: 100, deep: 400 } as const;

/** An alert of a usual size. */
const alert = (serial: number, level: "warning" | "critical" = "warning") => ({
  headers: { "content-type": "application/json", "idempotency-key": `alert-${String(serial).padStart(4, "0")}` },
  body: Buffer.from(
    JSON.stringify({
      title: `第 ${String(serial).padStart(4, "0")} 条：磁盘快满了`,
      text: "主机 db-1 的 /var 已用 92%，按现在的速度还能写六小时；日志、备份和临时文件各占三成。",
      link: "https://status.example.com/alerts/disk",
      level,
    }),
  ),
});

/** A push to a branch that exists: it may be of a merge, whose pull request would tell more, and is waited for. */
function pushToMain(serial: number) {
  const { headers, body } = makePush(serial);
  const push = JSON.stringify({
    ...(JSON.parse(body) as object),
    ref: "refs/heads/main",
    before: sha(serial),
    after: sha(serial + 1),
    created: false,
  });
  return { headers: { ...headers, ...signRequest("github", pushSecret, push).headers }, body: Buffer.from(push) };
}

const sha = (serial: number): string => String(serial).padStart(40, "0");

/** A line, and notices that no earlier one equals. */
type Hands = {
  readonly line: CostLine;
  readonly post: (route: string, level?: "critical") => Promise<void>;
  /** A webhook and all that comes of it. */
  readonly tell: (route: string, level?: "critical") => Promise<void>;
  readonly push: () => Promise<void>;
  readonly sweep: () => Promise<void>;
};

type Script = {
  readonly name: keyof Steps;
  /** Notices that it is the cost of; 1 where none is said. */
  readonly count?: number;
  readonly prepare?: (hands: Hands) => Promise<void> | void;
  readonly run: (hands: Hands) => Promise<void>;
};

/** In an order in which none disturbs the next. */
const scripts: readonly Script[] = [
  {
    name: "sweepDue",
    prepare: ({ line }) => line.untilMinute((minutes) => minutes % 5 !== 0),
    run: ({ sweep }) => sweep(),
  },
  {
    name: "sweepRecent",
    prepare: ({ line }) => line.untilMinute((minutes) => minutes % 5 === 0 && minutes % 60 !== 0),
    run: ({ sweep }) => sweep(),
  },
  {
    name: "sweepAll",
    prepare: ({ line }) => line.untilMinute((minutes) => minutes % 60 === 0),
    run: ({ sweep }) => sweep(),
  },
  { name: "alone", run: ({ tell }) => tell("alone") },
  {
    name: "burst",
    count: heldOf.burst,
    run: async ({ line, post }) => {
      for (let more = 0; more < heldOf.burst; more += 1) await post("burst");
      await line.work();
    },
  },
  { name: "event", run: ({ line }) => line.say("first").then(line.work) },
  {
    name: "hourHeld",
    count: heldOf.digest,
    prepare: async ({ line, tell }) => {
      await tell("deep");
      await line.hold("deep", "deep", { from: 1, to: heldOf.digest });
      line.untilMinute((minutes) => minutes % 60 === 0);
    },
    run: ({ sweep }) => sweep(),
  },
  {
    name: "sweepHeld",
    count: heldOf.deep,
    prepare: async ({ line }) => {
      await line.hold("deep", "deep", { from: heldOf.digest, to: heldOf.deep });
      line.untilMinute((minutes) => minutes % 5 === 0 && minutes % 60 !== 0);
    },
    run: ({ line }) => line.sweep(),
  },
  { name: "beside", prepare: ({ line }) => line.work(), run: ({ tell }) => tell("deep", "critical") },
  { name: "held", prepare: ({ tell }) => tell("held"), run: ({ tell }) => tell("held") },
  {
    name: "digest",
    count: heldOf.digest,
    prepare: ({ line }) => line.hold("held", "held", { from: 2, to: heldOf.digest }),
    run: ({ line }) => line.say("held").then(line.work),
  },
  {
    name: "refusedPush",
    prepare: ({ line }) => line.sim("faults", { times: 1, code: 22009 }),
    run: ({ tell }) => tell("refused"),
  },
  { name: "lifeSign", run: ({ line }) => line.live() },
];

/** Where pushes are few, one waits for what may belong to it. */
const scarce: readonly Script[] = [{ name: "github", run: ({ push }) => push() }];

/** Every step on the whole line. Counts only: no time of this machine is in them. */
export async function measureUnits(): Promise<Omit<Units, "cpuMs">> {
  const most = await measureAll("2026", scripts);
  const few = await measureAll("published", scarce);
  return { steps: { ...most.steps, ...few.steps } as Steps, keptBytes: most.keptBytes };
}

async function measureAll(preset: PresetName, scripts: readonly Script[]) {
  const line = await startCostLine(routes, { limits: preset }, { CodeSecret: pushSecret });
  try {
    await line.sim("settings", { limits: { preset } });
    const hands = handsOn(line);
    // The access token is fetched, and a group's own item made, once: they are no part of a notice's price.
    for (const route of ["first", "alone", "burst", "refused"]) await hands.tell(route);
    const before = await line.size();
    await hands.tell("first");
    const keptBytes = (await line.size()) - before;
    const steps: Partial<Record<keyof Steps, Step>> = {};
    for (const script of scripts) steps[script.name] = await measure(script, hands);
    return { steps, keptBytes };
  } finally {
    await line.stop();
  }
}

/** Two minutes after what was before, so that nothing which a function remembers for seconds is spared. */
async function measure({ count = 1, prepare, run }: Script, hands: Hands): Promise<Step> {
  hands.line.later(120_000);
  await prepare?.(hands);
  await hands.line.read();
  await run(hands);
  return { count, ...(await hands.line.read()) };
}

function handsOn(line: CostLine): Hands {
  let serial = 0;
  const post: Hands["post"] = async (route, level) => {
    serial += 1;
    await line.post(`/${route}`, alert(serial, level));
  };
  return {
    line,
    post,
    tell: async (...of) => {
      await post(...of);
      await line.work();
    },
    push: async () => {
      serial += 1;
      await line.post("/code", pushToMain(serial));
      await line.work();
    },
    sweep: async () => {
      await line.sweep();
      await line.work();
    },
  };
}

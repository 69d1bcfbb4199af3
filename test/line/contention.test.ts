import { describe, expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { type Claimed, claimPermit } from "../../lib/deliver/claim-permit.ts";
import { landUnits } from "../../lib/deliver/land.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import { type PresetName, presets, type Rule } from "../../lib/model/limits.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import type { Target } from "../../lib/model/target.ts";
import { resolvePolicies } from "../../lib/policy/plan/plan-rules.ts";
import { resolveLimits } from "../../lib/policy/quota/resolve-limits.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery, noon, notice } from "../support/build.ts";
import { engines } from "../support/engines.ts";
import { createVirtualClock } from "../support/virtual-clock.ts";
import { createRandom } from "../../bench/simulate/random.ts";

/** Claims of one scene under one preset; `npm run test:contention` makes two thousand on every engine. */
const many = process.env["CONTENTION_CLAIMS"];
const claimsOn = (engine: string): number => Number(many ?? (engine.startsWith("SQLite") ? 300 : 40));

const handlers = 10;

/** Time (ms) that goes by between two claims of a handler, so that sliding spans begin and end meanwhile. */
const pace = 300;

/** Time (ms) that a deliverer has for its sends: QQ gets each of them at any moment until then. */
const callTime = 8 * second;

const guild = "7";

/** Each claim is for one of so many conversations: few enough that each is used up, enough that the bot is too. */
const conversations = { c2c: 5, group: 5, channel: 4, dm: 150 } as const satisfies Record<SceneName, number>;

const targetsOf = (scene: SceneName): readonly Target[] =>
  Array.from({ length: conversations[scene] }, (_, at) => ({
    scene,
    id: `T${at}`,
    ...(scene === "channel" && { guild }),
  }));

type Taken = { readonly target: Target; readonly at: number };

/** The most that any span of a rule has: sends, or conversations sent to. */
function mostIn(rule: Rule, all: readonly Taken[]): number {
  const groups = rule.per === "target" ? [...Map.groupBy(all, ({ target }) => target.id).values()] : [all];
  const sizeOf = (some: readonly Taken[]) =>
    rule.counts === "targets" ? new Set(some.map(({ target }) => target.id)).size : some.length;
  const span = rule.every === "minute" ? minute : second;
  const spans = (some: readonly Taken[]) =>
    rule.every === "day" || rule.every === "month"
      ? [some]
      : some.map(({ at }) => some.filter((other) => other.at >= at && other.at < at + span));
  return Math.max(0, ...groups.flatMap(spans).map(sizeOf));
}

const scenarios = (["published", "2026"] as const satisfies readonly PresetName[]).flatMap((preset) =>
  sceneNames.map((scene) => [preset, scene] as const),
);

/** Every kind of rule once, where an engine is slow. */
const some = scenarios.filter(([preset, scene]) => (scene === "channel" ? preset === "2026" : scene === "c2c"));

const tried = engines.filter(([name]) => name === "SQLite in memory" || name === "dynalite");

describe.each(tried)("ten handlers over %s", (name, start) => {
  it.each(many !== undefined || name.startsWith("SQLite") ? scenarios : some)(
    "never take more than QQ allows (%s, %s)",
    async (preset, scene) => {
      const engine = await start();
      const clock = createVirtualClock(noon);
      const now = () => clock.now().getTime();
      const random = createRandom(claimsOn(name), scene);
      let ids = 0;
      const limits = resolveLimits({ limits: preset, certified: false })[scene];
      const portsOf = (): DeliverPorts =>
        ({
          store: createStore(clock.holdFor(engine.table), 30),
          clock,
          random,
          newId: () => `claim-${(ids += 1)}`,
          rules: { limits, quotaZone: "Asia/Shanghai", policyOf: resolvePolicies({}) },
        }) as unknown as DeliverPorts;
      const targets = targetsOf(scene);
      const taken: Taken[] = [];
      let left = claimsOn(name);
      const work = async (handler: number): Promise<void> => {
        const ports = portsOf();
        while (left > 0) {
          left -= 1;
          const target = targets[(left * 7 + handler) % targets.length] ?? { scene, id: "T0" };
          await clock.wait(pace * random());
          const standing = await ports.store.load(target, now());
          const level = random() > 0.9 ? "critical" : "info";
          const send = {
            deliveries: [delivery({ target, notice: notice({ level }) })],
            by: { kind: "proactive" },
          } as const;
          const claimed: Claimed = await claimPermit(send, standing, now() + callTime, ports);
          if (claimed.kind !== "claimed") continue;
          await clock.wait(pace * random() * (random() > 0.9 ? 10 : 1));
          taken.push({ target, at: now() });
          await clock.wait(pace * random());
          // One in five dies before it can say that its message has arrived.
          if (random() > 0.2) await landUnits(claimed.spent, { now: now(), by: claimed.claim.id }, ports);
        }
      };
      await clock.run(Promise.all(Array.from({ length: handlers }, (_, handler) => work(handler))));
      await engine.stop();

      expect(taken.length).toBeGreaterThan(0);
      const rules: readonly Rule[] = presets[preset][scene].proactive;
      const over = rules
        .filter(({ certified }) => certified !== true)
        .flatMap((rule) =>
          mostIn(rule, taken) > rule.max ? [`${rule.id}: ${mostIn(rule, taken)} of ${rule.max}`] : [],
        );
      expect(over).toEqual([]);
      const [first] = rules;
      if (first?.every === "month") expect(mostIn(first, taken)).toBe(first.max);
    },
    60 * minute,
  );
});

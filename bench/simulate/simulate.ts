import { type Figures, measure } from "./figures.ts";
import { runNaive } from "./naive.ts";
import type { Run } from "./outcome.ts";
import { runRelay } from "./relay.ts";
import { type Relay, type RelayName, relayNames, relays } from "./relays.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import type { ShapeName } from "./shapes.ts";
import { type Chance, drawTimeline, endOf, type Moment, start } from "./timeline.ts";

/** One scenario: what happened in it, and what each relay made of it. */
export type Result = {
  readonly seed: number;
  readonly days: number;
  readonly shape: ShapeName;
  readonly scene: Scenario["target"]["scene"];
  readonly presets: Scenario["presets"];
  readonly notices: number;
  /** Times that someone spoke to the bot. */
  readonly speeches: number;
  readonly relays: Readonly<Partial<Record<RelayName, Figures>>>;
};

/** A result's relays in the order of their table. */
export const rowsOf = (of: Result["relays"]): readonly (readonly [RelayName, Figures])[] =>
  relayNames.flatMap((name) => {
    const figures = of[name];
    return figures ? [[name, figures] as const] : [];
  });

/** Each relay's figures of every seed. */
export function bySeed(results: readonly Result[]) {
  const [first] = results;
  return rowsOf(first?.relays ?? {}).map(
    ([name]) => [name, results.flatMap(({ relays }) => relays[name] ?? [])] as const,
  );
}

/** Runs every scenario through some relays. The same chance gives the same results. */
export async function simulate(
  chance: Chance,
  names: readonly RelayName[],
  tellProgress?: (result: Result) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const scenario of scenarios) {
    const result = await runScenario(scenario, chance, names);
    tellProgress?.(result);
    results.push(result);
  }
  return results;
}

async function runScenario(scenario: Scenario, chance: Chance, names: readonly RelayName[]): Promise<Result> {
  const { target, presets } = scenario;
  const timeline = drawTimeline(target.scene, chance);
  const notices = timeline.filter(({ kind }) => kind === "notice").length;
  const figures: [RelayName, Figures][] = [];
  for (const name of names) {
    if (!runsIn(relays[name], scenario)) continue;
    const run = await runOne(relays[name], scenario, timeline, endOf(chance));
    figures.push([name, measure(run, notices, { from: start, until: endOf(chance) })]);
  }
  return {
    ...chance,
    scene: target.scene,
    presets,
    notices,
    speeches: timeline.length - notices,
    relays: Object.fromEntries(figures),
  };
}

const runsIn = (relay: Relay, { presets }: Scenario): boolean =>
  relay.kind === "naive" || !relay.wider || !presets.includes("published");

/** What one relay does with a timeline until a moment (ms of the epoch). */
export const runOne = async (
  relay: Relay,
  scenario: Scenario,
  timeline: readonly Moment[],
  until: number,
): Promise<Run> =>
  relay.kind === "naive" ? runNaive(scenario, timeline, relay.replies) : runRelay(scenario, timeline, relay, until);

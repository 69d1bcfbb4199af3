import { type Figures, measure } from "./figures.ts";
import { runNaive } from "./naive.ts";
import { runRelay } from "./relay.ts";
import { type Relay, type RelayName, relayNames, relays } from "./relays.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { type Chance, drawTimeline, endOf, type Moment } from "./timeline.ts";

/** One scenario: what happened in it, and what each relay made of it. */
export type Result = {
  readonly scene: Scenario["target"]["scene"];
  readonly presets: Scenario["presets"];
  readonly notices: number;
  /** Times that someone spoke to the bot. */
  readonly speeches: number;
  readonly relays: Readonly<Record<RelayName, Figures>>;
};

/** Runs every scenario through every relay. The same chance gives the same results. */
export async function simulate(chance: Chance, tellProgress?: (result: Result) => void): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const scenario of scenarios) {
    const result = await runScenario(scenario, chance);
    tellProgress?.(result);
    results.push(result);
  }
  return results;
}

async function runScenario(scenario: Scenario, chance: Chance): Promise<Result> {
  const { target, presets } = scenario;
  const timeline = drawTimeline(target.scene, chance);
  const notices = timeline.filter(({ kind }) => kind === "notice").length;
  const figures: [RelayName, Figures][] = [];
  for (const name of relayNames) {
    const run = await runOne(relays[name], scenario, timeline, endOf(chance));
    figures.push([name, measure(run, notices)]);
  }
  return {
    scene: target.scene,
    presets,
    notices,
    speeches: timeline.length - notices,
    relays: Object.fromEntries(figures) as Record<RelayName, Figures>,
  };
}

const runOne = async (relay: Relay, scenario: Scenario, timeline: readonly Moment[], until: number) =>
  relay.kind === "naive"
    ? runNaive(scenario, timeline, relay.replies)
    : runRelay(scenario, timeline, relay.policy, until);

import { type Figures, measure } from "./figures.ts";
import { runNaive } from "./naive.ts";
import { runRelay } from "./relay.ts";
import { type Relay, type RelayName, relays, type Scenario, scenarios } from "./scenarios.ts";
import { type Chance, drawTimeline, endOf, type Moment } from "./timeline.ts";

/** One scenario: how often people spoke, and what each relay made of the same notices. */
export type Result = {
  readonly scenario: Scenario;
  readonly speeches: number;
  readonly relays: readonly { readonly name: RelayName; readonly figures: Figures }[];
};

/** Runs every scenario through every relay. The same chance gives the same results. */
export async function simulate(chance: Chance, tellProgress: (scenario: Scenario) => void): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const scenario of scenarios) {
    const timeline = drawTimeline(scenario.target.scene, chance);
    const notices = timeline.filter(({ kind }) => kind === "notice").length;
    const compared: Result["relays"][number][] = [];
    for (const [name, relay] of Object.entries<Relay>(relays)) {
      const run = await runOne(relay, scenario, timeline, endOf(chance));
      compared.push({ name: name as RelayName, figures: measure(run, notices) });
    }
    results.push({ scenario, speeches: timeline.length - notices, relays: compared });
    tellProgress(scenario);
  }
  return results;
}

const runOne = async (relay: Relay, scenario: Scenario, timeline: readonly Moment[], until: number) =>
  relay.kind === "naive"
    ? runNaive(scenario, timeline, relay.replies)
    : runRelay(scenario, timeline, relay.policies, until);

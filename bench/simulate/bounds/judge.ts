import type { Result } from "../simulate.ts";
import type { Bound } from "./bound.ts";

/** One result that breaks a bound, and by what. */
export type Breach = { readonly result: Result; readonly is: number; readonly bound: number };

/** What a bound comes to over all results that it is about. */
export type Verdict = {
  readonly bound: Bound;
  readonly judged: number;
  readonly breaches: readonly Breach[];
};

/** Holds every bound against every result that it is about. */
export const judge = (results: readonly Result[], bounds: readonly Bound[]): readonly Verdict[] =>
  bounds.map((bound) => {
    const judged = results.flatMap((result) => compare(result, bound));
    return { bound, judged: judged.length, breaches: judged.filter((one) => breaks(one, bound)) };
  });

/** Whether every bound was kept, and had something to be held against. */
export const isKept = ({ judged, breaches }: Verdict): boolean => judged > 0 && breaches.length === 0;

function compare(result: Result, bound: Bound): readonly Breach[] {
  const { scene, presets, shape, days, relays } = result;
  const own = relays[bound.relay];
  const beside = relays[bound.beside ?? bound.relay];
  const isAbout =
    bound.scenes.includes(scene) &&
    bound.shapes.includes(shape) &&
    (bound.kept === undefined || presets.includes(bound.kept)) &&
    days >= (bound.days ?? 0);
  if (!isAbout || !own || !beside) return [];
  const compared = { own, beside, result };
  const limit = "atMost" in bound ? bound.atMost(compared) : bound.atLeast(compared);
  return [{ result, is: bound.figure(compared), bound: limit }];
}

const breaks = ({ is, bound: limit }: Breach, bound: Bound): boolean => ("atMost" in bound ? is > limit : is < limit);

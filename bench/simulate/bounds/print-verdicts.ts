import { tellSpan } from "../tell.ts";
import type { Bound } from "./bound.ts";
import { type Breach, isKept, type Verdict } from "./judge.ts";

/** Each bound with `ok` or `FAIL`, and every result that breaks it. */
export const printVerdicts = (verdicts: readonly Verdict[]): string =>
  verdicts
    .map((verdict) => {
      const { bound, judged, breaches } = verdict;
      const kept = judged === 0 ? "nothing to judge" : `${judged - breaches.length} of ${judged}`;
      const head = `${isKept(verdict) ? "ok  " : "FAIL"}  ${bound.en} (${kept})`;
      return [head, ...breaches.map((breach) => `        ${tellBreach(breach, bound)}`), ""].join("\n");
    })
    .join("");

function tellBreach({ result, is, bound: limit }: Breach, bound: Bound): string {
  const { shape, scene, seed } = result;
  const tell = (value: number): string => (bound.unit === "time" ? tellSpan(value) : String(value));
  return `${shape}, ${scene}, seed ${seed}: ${tell(is)}, and ${"atMost" in bound ? "at most" : "at least"} ${tell(limit)}`;
}

/** The same as a table for a page, in both languages. */
export const markdownVerdicts = (verdicts: readonly Verdict[]): string =>
  [
    "| 要求 what has to hold | 符合 kept |",
    "| --- | --: |",
    ...verdicts.map(
      ({ bound, judged, breaches }) => `| ${bound.zh} / ${bound.en} | ${judged - breaches.length} / ${judged} |`,
    ),
    "",
  ].join("\n");

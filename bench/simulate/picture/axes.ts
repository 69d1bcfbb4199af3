import type { Cell } from "./layout.ts";
import { countOf, type Month, type Point } from "./month.ts";
import type { Palette } from "./palette.ts";

/** A cell's axis of time: only its line. */
export const xAxisOf = ({ row }: Cell, gridIndex: number, { from, until }: Month, palette: Palette) => ({
  gridIndex,
  type: "value" as const,
  min: from,
  max: until,
  axisLine: { show: true, onZero: false, lineStyle: { color: isCounted(row) ? palette.cameLine : palette.line } },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { show: false },
});

/** A cell's axis of counts; both columns have the same. Only what is needed to read it is labelled. */
export function yAxisOf({ row, side }: Cell, gridIndex: number, month: Month, palette: Palette) {
  const counted = isCounted(row);
  const max = counted ? largestOf(row, month) : 1;
  const isLabelled = (row === "told" && side === "naive") || (row === "waiting" && side === "ours");
  return {
    gridIndex,
    type: "value" as const,
    min: counted ? 0 : -1,
    max,
    interval: row === "told" ? stepFor(max) : max,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: row === "told", showMaxLine: false, lineStyle: { color: palette.line } },
    axisLabel: { show: isLabelled, color: palette.quiet, fontSize: 12, showMaxLabel: row === "waiting" },
  };
}

const isCounted = (row: Cell["row"]): row is "told" | "waiting" => row === "told" || row === "waiting";

const largestOf = (row: "told" | "waiting", month: Month): number =>
  row === "told" ? countOf(month) : Math.max(1, ...month.ours.waiting.map(([, count]: Point) => count));

/** A round step of which few go into a range. */
function stepFor(max: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, max)));
  return [0.2, 0.5, 1, 2].map((each) => each * power).find((step) => max / step <= 4) ?? power;
}

import type { Lane } from "./layout.ts";
import type { Fate, Half } from "./month.ts";
import type { Palette } from "./palette.ts";

/** How one kind of thing is shown on its row. */
export type Mark = {
  readonly row: Lane;
  readonly symbol: string;
  readonly size: number | readonly [number, number];
  /** Filled, or only its outline. */
  readonly filled: boolean;
  readonly times: (half: Half) => readonly number[];
};

const withFate =
  (fate: Fate) =>
  ({ criticals }: Half): readonly number[] =>
    criticals.filter((critical) => critical.fate === fate).map(({ at }) => at);

const cross = "path://M0,1 L1,0 L5,4 L9,0 L10,1 L6,5 L10,9 L9,10 L5,6 L1,10 L0,9 L4,5 Z";

const fateMarks = {
  inTime: { row: "criticals", symbol: "diamond", size: 13, filled: true, times: withFate("inTime") },
  late: { row: "criticals", symbol: "diamond", size: 12, filled: false, times: withFate("late") },
  never: { row: "criticals", symbol: cross, size: 10, filled: true, times: withFate("never") },
} as const satisfies Record<Fate, Mark>;

export const marks: readonly Mark[] = [
  { row: "pushes", symbol: "circle", size: 8, filled: true, times: ({ pushes }) => pushes },
  { row: "replies", symbol: "rect", size: [1.5, 15], filled: true, times: ({ replies }) => replies },
  ...Object.values(fateMarks),
];

/** A mark's series on its axes. */
export const markOf = (
  { symbol, size, filled, times }: Mark,
  axis: number,
  half: Half,
  color: string,
  palette: Palette,
) => ({
  type: "scatter" as const,
  silent: true,
  clip: false,
  xAxisIndex: axis,
  yAxisIndex: axis,
  symbol,
  symbolSize: typeof size === "number" ? size : [...size],
  itemStyle: filled
    ? { color, opacity: 1 }
    : { color: palette.ground, borderColor: color, borderWidth: 1.75, opacity: 1 },
  data: times(half).map((at) => [at, 0]),
});

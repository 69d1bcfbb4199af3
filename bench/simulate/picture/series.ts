import { indexOf, type Side } from "./layout.ts";
import { marks, markOf } from "./marks.ts";
import type { Month, Point } from "./month.ts";
import type { Palette } from "./palette.ts";

/** What came and what was told as areas, what waited below, and single things on their lanes. */
export function seriesOf(side: Side, month: Month, palette: Palette) {
  const half = month[side];
  const color = palette[side];
  const came = { color: palette.cameLine, fill: palette.came, opacity: 1, width: 1 };
  return [
    area(indexOf(side, "told"), month.came, came),
    area(indexOf(side, "told"), half.told, { color, fill: color, opacity: 0.24, width: 2.25 }),
    ...(half.goneCount > 0
      ? []
      : [area(indexOf(side, "waiting"), half.waiting, { color, fill: color, opacity: 0.3, width: 1 })]),
    ...marks.map((mark) => markOf(mark, indexOf(side, mark.row), half, color, palette)),
  ];
}

type Look = { readonly color: string; readonly fill: string; readonly opacity: number; readonly width: number };

const area = (axis: number, data: readonly Point[], { color, fill, opacity, width }: Look) => ({
  type: "line" as const,
  step: "end" as const,
  silent: true,
  clip: false,
  showSymbol: false,
  xAxisIndex: axis,
  yAxisIndex: axis,
  data: data.map(([at, count]) => [at, count]),
  lineStyle: { color, width },
  areaStyle: { color: fill, opacity },
});

import { init } from "echarts";
import { xAxisOf, yAxisOf } from "./axes.ts";
import { cells, columns, rows, sides, size } from "./layout.ts";
import type { Month } from "./month.ts";
import { type Mode, palettes } from "./palette.ts";
import { seriesOf } from "./series.ts";
import { tidy } from "./tidy.ts";
import { wordsOf } from "./words.ts";

/** Draws a month as SVG, the naive relay beside ours. */
export function drawMonth(month: Month, mode: Mode): string {
  const palette = palettes[mode];
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  chart.setOption({
    animation: false,
    backgroundColor: palette.ground,
    grid: cells.map(({ side, row }) => ({ ...columns[side], ...rows[row] })),
    xAxis: cells.map((cell, index) => xAxisOf(cell, index, month, palette)),
    yAxis: cells.map((cell, index) => yAxisOf(cell, index, month, palette)),
    series: sides.flatMap((side) => seriesOf(side, month, palette)),
    graphic: wordsOf(month, palette),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return tidy(svg, month);
}

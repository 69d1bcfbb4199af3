import { briefColumns, type Column, fullColumns } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { inBoth, relayLabels, sceneLabels, shapeLabels } from "./labels.ts";
import { bySeed, rowsOf, type Result } from "./simulate.ts";

/** A table a scenario, in both languages, for a page. */
export const printMarkdown = (results: readonly Result[]): string =>
  results
    .map((result) => {
      const counts = `${result.notices} 条通知 notices，有人说话 ${result.speeches} 次 times someone spoke`;
      const rows = rowsOf(result.relays).map(([name, figures]) => [
        inBoth(relayLabels[name]),
        ...cells(fullColumns, [figures]),
      ]);
      return [`### ${scenarioOf(result)}`, "", counts, "", ...table(fullColumns, rows), ""].join("\n");
    })
    .join("\n");

/** A table a scenario with all its seeds one below the other, in both languages. */
export const printAllMarkdown = (results: readonly Result[]): string =>
  [...Map.groupBy(results, (result) => `${inBoth(shapeLabels[result.shape])} · ${scenarioOf(result)}`)]
    .map(([scenario, ofSeeds]) => {
      const rows = bySeed(ofSeeds).map(([name, figures]) => [
        inBoth(relayLabels[name]),
        ...cells(briefColumns, figures),
      ]);
      return [`### ${scenario}`, "", ...table(briefColumns, rows), ""].join("\n");
    })
    .join("\n");

type Row = readonly string[];

const scenarioOf = ({ scene, presets }: Result): string =>
  `${inBoth(sceneLabels[scene])} · ${presets.map((preset) => `\`${preset}\``).join("、")}`;

const table = (columns: readonly Column[], rows: readonly Row[]): Row => {
  const head = ["中继 relay", ...columns.map(inBoth)];
  return [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map((row) => `| ${row.join(" | ")} |`);
};

const cells = (columns: readonly Column[], figures: readonly Figures[]): Row =>
  columns.map(({ tell }) => figures.map(tell).join("<br>"));

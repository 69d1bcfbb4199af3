import { formatTable } from "../table.ts";
import { briefColumns, type Column, fullColumns } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { plain, relayLabels, shapeLabels } from "./labels.ts";
import { bySeed, rowsOf, type Result } from "./simulate.ts";

/** A table a scenario, for a terminal. */
export const printText = (results: readonly Result[]): string =>
  results
    .map((result) =>
      formatTable(
        `${scenarioOf(result)}: ${result.notices} notices accepted, ${result.speeches} times someone spoke`,
        headOf(fullColumns),
        rowsOf(result.relays).map(([name, figures]) => [plain(relayLabels[name]), ...cells(fullColumns, [figures])]),
      ),
    )
    .join("\n");

/** A table a scenario with all its seeds side by side, for a terminal. */
export const printAllText = (results: readonly Result[]): string =>
  [...Map.groupBy(results, scenarioOf)]
    .map(([scenario, ofSeeds]) =>
      formatTable(
        `${scenario}: seeds ${ofSeeds.map(({ seed }) => seed).join(", ")}`,
        headOf(briefColumns),
        bySeed(ofSeeds).map(([name, figures]) => [plain(relayLabels[name]), ...cells(briefColumns, figures)]),
      ),
    )
    .join("\n");

const scenarioOf = ({ shape, scene, presets }: Result): string =>
  `${shapeLabels[shape].en}, ${scene}, limits ${presets.join(" and ")}`;

const headOf = (columns: readonly Column[]): readonly string[] => ["relay", ...columns.map(({ en }) => en)];

const cells = (columns: readonly Column[], figures: readonly Figures[]): readonly string[] =>
  columns.map(({ tell }) => figures.map(tell).join("   "));

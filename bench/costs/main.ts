import { parseArgs } from "node:util";
import { measureCpu } from "./measure-cpu.ts";
import { measureUnits } from "./measure.ts";
import { fillPages } from "./pages.ts";
import { printCosts } from "./print-costs.ts";
import { readUnits, writeUnits } from "./units-file.ts";

/** Prints what a month costs; `--measure` counts the units anew, `--write` writes the pages of docs/. */
const { values } = parseArgs({ options: { measure: { type: "boolean" }, write: { type: "boolean" } } });

if (values.measure) writeUnits({ ...(await measureUnits()), cpuMs: Number((await measureCpu()).toFixed(1)) });
const units = readUnits();
console.log(printCosts(units));
if (values.write) for (const page of fillPages(units)) console.log(`written: ${page}`);

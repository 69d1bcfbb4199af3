import { readFileSync, writeFileSync } from "node:fs";
import type { Units } from "./units.ts";

const file = new URL("./units.json", import.meta.url);

/** What was measured last. */
export const readUnits = (): Units => JSON.parse(readFileSync(file, "utf8")) as Units;

export const writeUnits = (units: Units): void => writeFileSync(file, `${JSON.stringify(units, undefined, 2)}\n`);

import { isDeepStrictEqual } from "node:util";
import type { Figures } from "../figures.ts";

/** How many figures of two runs differ. */
export const countDifferences = (one: Figures, other: Figures): number =>
  (Object.keys(one) as (keyof Figures)[]).filter((name) => !isDeepStrictEqual(one[name], other[name])).length;

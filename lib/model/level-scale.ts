import type { Level } from "./level.ts";

/** A sender's own words or numbers for levels: `{ "1": "critical", "P0": "critical" }`. */
export type LevelScale = Readonly<Record<string, Level>>;

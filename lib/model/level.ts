/** How much a notice matters, mildest first. Sources map their own words to these. */
export const levels = ["info", "success", "warning", "error", "critical"] as const;

export type Level = (typeof levels)[number];

/** 0 for `info` … 4 for `critical`. */
export const levelRank = (level: Level): number => levels.indexOf(level);

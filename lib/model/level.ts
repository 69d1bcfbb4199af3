/** How much a notice matters, mildest first. Sources map their own words to these. */
export const levels = ["info", "success", "warning", "error", "critical"] as const;

export type Level = (typeof levels)[number];

/** The more severe of two levels. */
export const moreSevere = (a: Level, b: Level): Level => (levelRank(a) >= levelRank(b) ? a : b);

/** 0 for `info` … 4 for `critical`. */
export const levelRank = (level: Level): number => levels.indexOf(level);

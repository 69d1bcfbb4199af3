import { type Level, levelRank } from "../../model/level.ts";

/** Errors and worse: each is told by itself, and never counted together with others. */
export const isSevere = (level: Level): boolean => levelRank(level) >= levelRank("error");

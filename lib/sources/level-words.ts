import type { Level } from "../model/level.ts";

/** Words that senders use for each level. */
const words = {
  info: "info information informational notice debug trace low min minimal default normal none p4 p5",
  success: "success successful succeeded ok up recovered recovery resolved fixed passed healthy",
  warning: "warning warn minor medium moderate average degraded pending p3",
  error: "error err major high failure failed fail failing alerting alert firing down problem broken p2",
  critical: "critical crit fatal emergency emerg disaster urgent max page severe panic blocker p0 p1",
} as const satisfies Record<Level, string>;

const levelOfWord: ReadonlyMap<string, Level> = new Map(
  (Object.keys(words) as Level[]).flatMap((level) => words[level].split(" ").map((word) => [word, level] as const)),
);

/** The level that a sender's word stands for, if it is a known one. */
export const readLevel = (word: string): Level | undefined => levelOfWord.get(word.trim().toLowerCase());

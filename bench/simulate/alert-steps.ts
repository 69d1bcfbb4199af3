import type { Step } from "./episode.ts";

type Alert = {
  readonly level: Step["level"];
  /** Minutes after which it is over. */
  readonly over: Step["after"];
  readonly line?: string;
};

/** An alert that goes off, and is over after a while. */
export const alertSteps = ({ level, over, line }: Alert): readonly Step[] => [
  {
    after: [0, 0],
    about: "alert",
    level,
    title: (alert) => `${alert}触发告警`,
    ...(line !== undefined && { line }),
    what: "次告警",
    replaces: true,
  },
  {
    after: over,
    about: "alert",
    level: "success",
    title: (alert) => `${alert}已恢复`,
    what: "次告警已恢复",
    replaces: true,
    resolved: true,
  },
];

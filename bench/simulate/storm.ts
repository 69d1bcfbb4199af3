import type { Episode, Step } from "./episode.ts";
import { team } from "./traffic.ts";

const flap = (level: Step["level"]): readonly Step[] => [
  {
    after: [0, 0],
    about: "alert",
    level,
    title: (alert) => `${alert}触发告警`,
    what: "次告警",
    replaces: true,
  },
  {
    after: [0.5, 2],
    about: "alert",
    level: "success",
    title: (alert) => `${alert}已恢复`,
    what: "次告警已恢复",
    replaces: true,
    resolved: true,
  },
];

/** The team on a month of bad alert rules: things that go on and off for hours, what is critical among them. */
export const storm = {
  ...team,
  storms: {
    route: "alerts",
    perDay: { workday: 0.4, weekend: 0.4 },
    hours: "always",
    times: [30, 100],
    every: [2, 5],
    things: ["CPU 过高（web-1）", "CPU 过高（web-3）", "连接数过高（db-2）", "丢包（edge-4）", "探针超时（api）"],
    steps: flap("warning"),
  },
  criticalStorms: {
    route: "alerts",
    perDay: { workday: 0.06, weekend: 0.06 },
    hours: "always",
    times: [2, 5],
    every: [3, 15],
    things: ["支付回调中断（pay）", "主从断开（db-1）"],
    steps: flap("critical"),
  },
} as const satisfies Record<string, Episode>;

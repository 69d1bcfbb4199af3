import { alertSteps } from "./alert-steps.ts";
import type { Episode } from "./episode.ts";
import { team } from "./traffic.ts";

/** Minutes after which what flaps is over. */
const over = [0.5, 2] as const;

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
    steps: alertSteps({ level: "warning", over }),
  },
  criticalStorms: {
    route: "alerts",
    perDay: { workday: 0.06, weekend: 0.06 },
    hours: "always",
    times: [2, 5],
    every: [3, 15],
    things: ["支付回调中断（pay）", "主从断开（db-1）"],
    steps: alertSteps({ level: "critical", over }),
  },
} as const satisfies Record<string, Episode>;

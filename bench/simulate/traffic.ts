import { alertSteps } from "./alert-steps.ts";
import type { Episode, Step } from "./episode.ts";

const branches = ["main", "main", "dev", "feature/login", "feature/search", "fix/timeout"] as const;
const pulls = ["#118", "#121", "#122", "#125", "#126", "#129", "#130", "#133"] as const;

const push: Step = {
  after: [0, 0],
  about: "push",
  level: "info",
  title: (branch) => `linxia 向 octo/app:${branch} 推送了 2 个提交`,
  line: "a1b2c3d 登录超时后自动重试，并把等待时间写进日志",
  what: "次推送",
};

/** What a small team and its machines send to one conversation. Assumed, not measured: change it and run again. */
export const team = {
  pushes: {
    route: "ci",
    perDay: { workday: 6, weekend: 0.6 },
    hours: "office",
    times: [1, 4],
    every: [2, 10],
    things: branches,
    steps: [
      push,
      {
        after: [4, 12],
        about: "run",
        level: "success",
        title: (branch) => `octo/app:${branch} 的 CI 通过了`,
        what: "次运行通过",
        replaces: true,
      },
    ],
  },
  brokenPushes: {
    route: "ci",
    perDay: { workday: 1.5, weekend: 0.2 },
    hours: "office",
    times: [1, 3],
    every: [8, 25],
    things: branches,
    steps: [
      push,
      {
        after: [3, 10],
        about: "run",
        level: "error",
        title: (branch) => `octo/app:${branch} 的 CI 失败了`,
        line: "test/login.test.ts：等待 5 秒后仍未跳转",
        what: "次运行结束",
        replaces: true,
      },
    ],
  },
  pullRequests: {
    route: "ci",
    perDay: { workday: 2, weekend: 0.3 },
    hours: "office",
    times: [1, 1],
    every: [0, 0],
    things: pulls,
    steps: [
      { after: [0, 0], about: "pull", level: "info", title: (pull) => `linxia 提交了 PR ${pull}`, what: "个新 PR" },
      {
        after: [60, 480],
        about: "pull",
        level: "success",
        title: (pull) => `PR ${pull} 已合并`,
        what: "个 PR 已合并",
      },
    ],
  },
  comments: {
    route: "ci",
    perDay: { workday: 4, weekend: 0.6 },
    hours: "office",
    times: [1, 4],
    every: [2, 15],
    things: pulls,
    steps: [
      {
        after: [0, 0],
        about: "pull",
        level: "info",
        title: (pull) => `zhouyi 评论了 PR ${pull}`,
        line: "这里可以提前返回，少一层嵌套",
        what: "条评论",
      },
    ],
  },
  stars: {
    route: "ci",
    perDay: { workday: 1.5, weekend: 2 },
    hours: "awake",
    times: [1, 2],
    every: [1, 60],
    things: ["octo/app"],
    steps: [
      { after: [0, 0], about: "stars", level: "info", title: (repo) => `有人给 ${repo} 点了 star`, what: "个新 star" },
    ],
  },
  flappingAlerts: {
    route: "alerts",
    perDay: { workday: 0.8, weekend: 0.6 },
    hours: "always",
    times: [1, 6],
    every: [12, 30],
    things: ["磁盘将满（db-1）", "延迟偏高（api）", "队列积压（mail）", "内存偏高（web-2）"],
    steps: alertSteps({ level: "warning", over: [2, 10] }),
  },
  criticalAlerts: {
    route: "alerts",
    perDay: { workday: 0.2, weekend: 0.2 },
    hours: "always",
    times: [1, 1],
    every: [0, 0],
    things: ["网站打不开（www）", "主库无响应（db-1）", "支付失败率过高（pay）"],
    steps: alertSteps({ level: "critical", over: [12, 90], line: "连续 3 次探测失败" }),
  },
} as const satisfies Record<string, Episode>;

import { Option } from "commander";

/** Options that several commands have. */
export const options = {
  routes: new Option("--routes <file>", "路由文件 · routes file (RELAY_ROUTES, infra/routes.ts)"),
  settings: new Option("--settings <file>", "设置文件 · settings file (RELAY_SETTINGS, infra/settings.ts)"),
  url: new Option("--url <url>", "本地运行的管理地址 · admin door of the relay (http://127.0.0.1:ADMIN_PORT)"),
  table: new Option("--table <name>", "AWS 上的表名 · the relay's table, for AWS").conflicts(["url", "stage"]),
  stage: new Option("--stage <name>", "部署的阶段，自动找到它的表 · a deployed stage, whose table is found").conflicts(
    "url",
  ),
  json: new Option("--json", "输出 JSON · print JSON"),
  target: new Option("--target <target>", "只看这个会话 · of this conversation only: group:4C8F…"),
  route: new Option("--route <name>", "只看这条路由 · of this route only"),
  since: new Option("--since <time>", "只看这之后到达的 · of what arrived since: 2h, 2d, 2026-11-21"),
} as const;

/** Where an operation is done, and how its answer is printed. */
export const whereOptions = [
  options.url,
  options.table,
  options.stage,
  options.routes,
  options.settings,
  options.json,
] as const;

/** What stands below a command's help. */
export const examples = (...lines: readonly string[]): string =>
  `\n例子 Examples:\n${lines.map((line) => `  npm run relay -- ${line}\n`).join("")}`;

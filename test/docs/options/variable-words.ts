import { text, type WordsOf } from "./words.ts";

const port = text("端口号", "port");
const address = text("地址", "address");
const file = text("文件", "file");
const folder = text("目录", "folder");
const url = text("网址", "URL");
const some = text("文字", "text");
const made = text("首次启动时生成", "made at the first start");

/** Environment variables by what reads them. */
export const variableWords = {
  relay: {
    QQ_APP_ID: {
      type: some,
      zh: "机器人的 AppID；和下一个都设了才用真机器人，否则由模拟器顶替 QQ",
      en: "the bot's AppID; without this and the next the simulator takes QQ's place",
    },
    QQ_APP_SECRET: { type: some, zh: "机器人的 AppSecret", en: "the bot's AppSecret" },
    GithubSecret: {
      type: some,
      fallback: made,
      zh: "以及 `infra/routes.ts` 里写到的其他密钥名：发送方的密钥；`npm run relay -- secrets` 查看生成的",
      en: "and each other name of a secret in `infra/routes.ts`: the sender's secret; `npm run relay -- secrets` shows those that were made",
    },
    HOST: {
      type: address,
      fallback: "127.0.0.1",
      zh: "对外的门开在哪个地址；用 Compose 时是它发布到的本机地址",
      en: "where the public door opens; for Compose the machine's address that it is published on",
    },
    PORT: { type: port, fallback: "8787", zh: "对外的门的端口", en: "its port" },
    ADMIN_HOST: {
      type: address,
      fallback: "127.0.0.1",
      zh: "管理的门开在哪个地址；不要改。Compose 自己设",
      en: "where the admin door opens; leave it. Compose sets its own",
    },
    ADMIN_PORT: {
      type: port,
      fallback: "8789",
      zh: "管理的门的端口。Compose 自己设",
      en: "its port. Compose sets its own",
    },
    RELAY_DATA: {
      type: folder,
      fallback: ".relay",
      zh: "数据目录。Compose 自己设",
      en: "the data folder. Compose sets its own",
    },
    RELAY_ROUTES: { type: file, fallback: "infra/routes.ts", zh: "你的路由文件", en: "your routes file" },
    RELAY_SETTINGS: { type: file, fallback: "infra/settings.ts", zh: "你的设置文件", en: "your settings file" },
    RELAY_ENV_FILE: {
      type: file,
      fallback: ".env",
      zh: "从哪个文件读这些变量；留空就不读。只能设在环境变量里",
      en: "the file that these are read from; empty: none. It counts in the environment only",
    },
    RELAY_LOG: { type: text("`json`", "`json`"), zh: "日志写成 JSON 行", en: "log lines as JSON" },
    RELAY_CALLBACK_URL: {
      type: url,
      zh: '`events: "callback"` 时，QQ 控制台里填的 `/events` 的地址；`npm run relay -- doctor` 会去试',
      en: 'with `events: "callback"`: the address of `/events` as QQ\'s console has it, which `npm run relay -- doctor` tries',
    },
    QQ_API_BASE: {
      type: url,
      fallback: "https://api.bot.qq.com",
      zh: "QQ 接口的另一个地址",
      en: "another address of QQ's API",
    },
    QQ_TOKEN_URL: {
      type: url,
      fallback: "https://api.bot.qq.com/app/getAppAccessToken",
      zh: "取 QQ 凭证的另一个地址，要写全",
      en: "another address for QQ's access token, whole",
    },
    DYNAMODB_ENDPOINT: {
      type: url,
      zh: "用自己的 DynamoDB，不用数据目录里的文件",
      en: "a DynamoDB of your own instead of the file in the data folder",
    },
    RELAY_TABLE: { type: some, fallback: "qq-relay", zh: "那里的表名", en: "the table's name there" },
  },
  simulator: {
    SIM_PORT: { type: port, fallback: "8788", zh: "模拟器的端口，只在本机", en: "the simulator's port, on loopback" },
    SIM_HOSTS: {
      type: text("主机名，逗号隔开", "host names, by commas"),
      zh: "模拟器的页面和控制接口还认哪些主机名",
      en: "further host names that the simulator's page and control answer to",
    },
    QQ_SIM: {
      type: url,
      fallback: "http://127.0.0.1:8788",
      zh: "`simulator/redirect.ts` 把机器人发往 QQ 的请求转到哪个模拟器",
      en: "to which simulator `simulator/redirect.ts` leads what a bot sends to QQ",
    },
    QQ_SIM_ONLY: {
      type: text("`1`", "`1`"),
      zh: "`simulator/redirect.ts` 拒绝发往别处的请求",
      en: "`simulator/redirect.ts` refuses what goes anywhere else",
    },
  },
  gateway: {
    RELAY_EVENTS_URL: {
      type: url,
      zh: "`npm run gateway` 把事件交到哪里：`sst deploy` 打印的 `events`。单独运行的模拟器也用它：回调发到哪里",
      en: "where `npm run gateway` hands events to: what `sst deploy` printed as `events`. A simulator of its own sends its callbacks there",
    },
    RELAY_SCENES: {
      type: text("场景，逗号隔开", "scenes, by commas"),
      fallback: "c2c,group,channel,dm",
      zh: "路由用到的场景；只向 QQ 要这些事件",
      en: "the scenes that the routes have; only their events are asked for",
    },
  },
  aws: {
    RELAY_ALARM_EMAIL: {
      type: text("邮箱", "e-mail address"),
      zh: "告警发到哪里；AWS 会先请它确认",
      en: "where alarms go; AWS asks it for its consent first",
    },
    RELAY_BUDGET_USD: {
      type: text("每月的美元数", "USD a month"),
      zh: "账号快花到这个数时，AWS 写信给上面的邮箱",
      en: "AWS writes to that address when the account is about to cost so much",
    },
    RELAY_RESERVED_CONCURRENCY: {
      type: text("整数", "whole number"),
      zh: "有地址的函数每个同时最多跑几个；要先提高账号的并发额度",
      en: "so many runs at once of each function with an address; the account's quota has to be raised first",
    },
    RELAY_STATIC_IP: {
      type: text("`1` · `ec2`", "`1` · `ec2`"),
      zh: "一个固定的出口地址，填进 QQ 的 IP 白名单；每月约 37 美元，`ec2` 约 7 美元",
      en: "one fixed outgoing address for QQ's list (IP 白名单); about 37 USD a month, `ec2` about 7",
    },
    RELAY_DOMAIN: {
      type: text("域名", "domain"),
      zh: "地址前面放自己的域名",
      en: "a domain of your own before the addresses",
    },
    RELAY_DOMAIN_CERT: {
      type: text("ARN", "ARN"),
      zh: "它在 us-east-1 的 ACM 证书",
      en: "its certificate of ACM's in us-east-1",
    },
    RELAY_ADOPT_TABLE: {
      type: text("表名", "name of a table"),
      zh: "接着用一张恢复出来的或留下来的表",
      en: "a table that was restored or left behind, in place of one of its own",
    },
    RELAY_ANY_REGION: {
      type: text("`1`", "`1`"),
      zh: "部署到按列表没有函数 URL 的区域",
      en: "deploys to a region that has no function URLs by the list",
    },
    RELAY_GATEWAY_IMAGE: {
      type: text("镜像和版本", "image with its version"),
      zh: "网关进程作为 Fargate 任务运行；每月约 13 美元",
      en: "the gateway process as a Fargate task; about 13 USD a month",
    },
    AWS_REGION: {
      type: text("区域", "region"),
      zh: "部署到哪个区域，命令行到哪里找表",
      en: "the region that is deployed to, and where the command line finds its table",
    },
    SST_STAGE: {
      type: text("名字", "name"),
      zh: "部署的是哪个阶段；`npm run plan` 也读它",
      en: "which stage is deployed; `npm run plan` reads it too",
    },
    AWS_PROFILE: {
      type: text("名字", "name"),
      zh: "用 AWS 命令行的哪份凭据",
      en: "which credentials of the AWS command line are used",
    },
  },
  compose: {
    NODE_IMAGE: {
      type: text("镜像", "image"),
      fallback: "node:24-slim",
      zh: "构建镜像用的基础镜像，可换成镜像站的",
      en: "the base of the image that is built: a mirror of yours",
    },
    NPM_CONFIG_REGISTRY: {
      type: url,
      fallback: text("npm 官方", "npm's own"),
      zh: "构建镜像时从哪里装包",
      en: "where packages come from while it is built",
    },
  },
} as const satisfies Readonly<Record<string, WordsOf>>;

/** What the code reads and no user sets: the surroundings that AWS, SST, npm and tests give. */
export const ofSurroundings: ReadonlySet<string> = new Set([
  "AWS_DEFAULT_REGION",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_ENDPOINT_URL_LAMBDA",
  "INIT_CWD",
  "NODE_COMPILE_CACHE",
  "RELAY_FUNCTION_",
  "RELAY_LAMBDA_ENDPOINT",
  "RELAY_METRICS",
  "SST_AWS_REGION",
  "SST_RESOURCE_App",
  "SST_RESOURCE_A",
]);

import { field, said, type Sender } from "./sender.ts";

const page = "facades";
const webhook = (value: string) => field("Webhook 地址", "webhook URL", value);

/** The path of a robot's own address, behind which clients look for a token. */
const robot = "{at}/robot/send?access_token=";
const hook = "{at}/open-apis/bot/v2/hook/";

/** Façades of chats: of their robots, bots and incoming webhooks. */
export const robots = {
  slack: {
    menu: said("工具的 Slack 通知（incoming webhook）", "the tool's Slack notification (incoming webhook)"),
    page,
    ways: [
      { enter: [webhook("{at}/{secret}")], call: { url: "{at}/{secret}" } },
      {
        where: said("检查地址样子的工具", "a tool that wants Slack's own path"),
        enter: [webhook("{at}/services/T0/B0/{secret}")],
        call: { url: "{at}/services/T0/B0/{secret}" },
      },
    ],
  },
  mattermost: {
    menu: said("工具的 Mattermost 通知（incoming webhook）", "the tool's Mattermost notification (incoming webhook)"),
    page,
    ways: [
      { enter: [webhook("{at}/hooks/{secret}")], call: { url: "{at}/hooks/{secret}" } },
      {
        where: said("用机器人令牌的工具", "a tool with a bot's token"),
        enter: [field("服务器地址", "server URL", "{at}"), field("机器人令牌", "bot token")],
        call: { url: "{at}/api/v4/posts", headers: { Authorization: "Bearer {secret}" } },
      },
      {
        where: said("只留主机名的工具", "a tool that keeps only the host"),
        enter: [webhook("{root}/hooks/{route}.{secret}")],
        call: { url: "{root}/hooks/{route}.{secret}" },
      },
    ],
  },
  rocketchat: {
    menu: said("工具的 Rocket.Chat 通知（incoming webhook）", "the tool's Rocket.Chat notification (incoming webhook)"),
    page,
    ways: [
      { enter: [webhook("{at}/hooks/{secret}")], call: { url: "{at}/hooks/{secret}" } },
      {
        where: said("只留主机名的工具", "a tool that keeps only the host"),
        enter: [webhook("{root}/hooks/{route}/{secret}")],
        call: { url: "{root}/hooks/{route}/{secret}" },
      },
    ],
  },
  discord: {
    menu: said("工具的 Discord 通知（webhook）", "the tool's Discord notification (webhook)"),
    page,
    ways: [
      { enter: [webhook("{at}/{secret}")], call: { url: "{at}/{secret}" } },
      {
        where: said("检查地址样子的工具", "a tool that wants Discord's own path"),
        enter: [webhook("{at}/api/webhooks/1/{secret}")],
        call: { url: "{at}/api/webhooks/1/{secret}" },
      },
      {
        where: said("发 Slack 格式的工具", "a tool that posts as to Slack"),
        enter: [webhook("{at}/{secret}/slack")],
        call: { url: "{at}/{secret}/slack" },
      },
    ],
  },
  dingtalk: {
    menu: said("工具的钉钉通知（自定义机器人）", "the tool's DingTalk notification (custom robot)"),
    page,
    ways: [
      { enter: [webhook(`${robot}{secret}`)], call: { url: `${robot}{secret}` } },
      {
        where: said("用加签的工具", "a tool that signs"),
        enter: [webhook(`${robot}relay`), field("加签密钥", "signing secret")],
        call: { url: `${robot}relay`, signs: "dingtalk" },
      },
    ],
  },
  feishu: {
    menu: said("工具的飞书通知（自定义机器人）", "the tool's Feishu or Lark notification (custom bot)"),
    page,
    ways: [
      { enter: [webhook(`${hook}{secret}`)], call: { url: `${hook}{secret}` } },
      {
        where: said("用签名校验的工具", "a tool that signs"),
        enter: [webhook(`${hook}relay`), field("签名密钥", "signing secret")],
        call: { url: `${hook}relay`, signs: "feishu" },
      },
    ],
  },
  wecom: {
    menu: said("工具的企业微信通知（群机器人）", "the tool's WeCom notification (group robot)"),
    page,
    ways: [
      {
        enter: [webhook("{at}/cgi-bin/webhook/send?key={secret}")],
        call: { url: "{at}/cgi-bin/webhook/send?key={secret}" },
      },
      {
        where: said("服务器与 key 分开填", "server and key apart"),
        enter: [field("服务器地址", "server URL", "{at}"), field("机器人 key", "robot key")],
        call: { url: "{at}/cgi-bin/webhook/send?key={secret}" },
      },
    ],
  },
  onebot: {
    menu: said("工具的 QQ（OneBot、go-cqhttp）通知", "the tool's QQ notification (OneBot, go-cqhttp)"),
    page,
    ways: [
      {
        enter: [field("HTTP 地址", "HTTP server", "{at}"), field("access_token")],
        call: { url: "{at}/send_group_msg", headers: { Authorization: "Bearer {secret}" } },
      },
      {
        where: said("没有令牌一栏的工具", "a tool without a field for the token"),
        enter: [field("HTTP 地址", "HTTP server", "{at}/{secret}")],
        call: { url: "{at}/{secret}/send_group_msg" },
      },
    ],
  },
  telegram: {
    menu: said("工具的 Telegram 通知（Bot API 地址）", "the tool's Telegram notification (address of the bot API)"),
    page,
    ways: [
      {
        enter: [field("API 地址", "API server", "{at}"), field("机器人令牌", "bot token")],
        call: { url: "{at}/bot{secret}/sendMessage" },
      },
      {
        where: said("要求令牌以数字开头的工具", "a tool whose token has to begin with a number"),
        enter: [field("API 地址", "API server", "{at}"), field("机器人令牌", "bot token", "1:{secret}")],
        call: { url: "{at}/bot1:{secret}/sendMessage" },
      },
      {
        where: said("地址以 /bot 结尾的工具", "a tool whose address ends with /bot"),
        enter: [field("API 地址", "API server", "{at}/bot"), field("机器人令牌", "bot token")],
        call: { url: "{at}/bot{secret}/sendMessage" },
      },
      {
        where: said("要填整个地址的工具", "a tool that wants the whole URL"),
        enter: [field("地址", "URL", "{at}/bot{secret}/sendMessage")],
        call: { url: "{at}/bot{secret}/sendMessage" },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Sender>>;

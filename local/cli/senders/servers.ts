import { field, said, type Sender } from "./sender.ts";

const page = "facades";
const server = (value = "{at}") => field("服务器地址", "server URL", value);
const whole = (value: string) => field("整个地址", "whole URL", value);

/** Tools that keep only the host of an address. */
const losesPath = said("只留主机名的工具", "a tool that keeps only the host");

/** Façades of servers to which tools post words, by a token or key. */
export const servers = {
  gotify: {
    menu: said("工具的 Gotify 通知", "the tool's Gotify notification"),
    page,
    ways: [
      {
        enter: [server(), field("应用令牌", "application token")],
        call: { url: "{at}/message", headers: { "X-Gotify-Key": "{secret}" } },
      },
      {
        where: said("只有一个地址可填", "only a URL can be set"),
        enter: [whole("{at}/{secret}")],
        call: { url: "{at}/{secret}/message" },
      },
      {
        where: losesPath,
        enter: [server("{root}"), field("应用令牌", "application token", "{route}.{secret}")],
        call: { url: "{root}/message", headers: { "X-Gotify-Key": "{route}.{secret}" } },
      },
    ],
  },
  ntfy: {
    menu: said("工具的 ntfy 通知", "the tool's ntfy notification"),
    page,
    ways: [
      {
        enter: [server(), field("主题", "topic", "{route}"), field("访问令牌", "access token")],
        call: { url: "{at}/{route}", headers: { Authorization: "Bearer {secret}" } },
      },
      {
        where: said("主题的整个地址", "the topic's whole URL"),
        enter: [whole("{at}/{secret}")],
        call: { url: "{at}/{secret}" },
      },
      {
        where: losesPath,
        enter: [server("{root}"), field("主题", "topic", "{route}"), field("访问令牌", "access token")],
        call: { url: "{root}/{route}", headers: { Authorization: "Bearer {secret}" } },
      },
    ],
  },
  bark: {
    menu: said("工具的 Bark 通知", "the tool's Bark notification"),
    page,
    ways: [
      {
        enter: [server(), field("设备 key", "device key")],
        call: { url: "{at}/push", fields: { device_key: "{secret}" } },
      },
      {
        where: said("整个推送地址", "the whole push URL"),
        enter: [whole("{at}/{secret}")],
        call: { method: "GET", url: "{at}/{secret}/title/body" },
      },
      {
        where: losesPath,
        enter: [server("{root}"), field("设备 key", "device key", "{route}.{secret}")],
        call: { url: "{root}/push", fields: { device_key: "{route}.{secret}" } },
      },
    ],
  },
  serverchan: {
    menu: said("工具的 Server酱 通知", "the tool's ServerChan notification"),
    page,
    ways: [
      { enter: [whole("{at}/{secret}.send")], call: { url: "{at}/{secret}.send" } },
      {
        where: said("Server酱³", "ServerChan³"),
        enter: [whole("{at}/send/{secret}.send")],
        call: { url: "{at}/send/{secret}.send" },
      },
      {
        where: said("地址与 SendKey 分开填", "server and SendKey apart"),
        enter: [server(), field("SendKey")],
        call: { url: "{at}/{secret}.send" },
      },
    ],
  },
  pushdeer: {
    menu: said("工具的 PushDeer 通知", "the tool's PushDeer notification"),
    page,
    ways: [
      { enter: [server(), field("PushKey")], call: { url: "{at}/message/push", fields: { pushkey: "{secret}" } } },
      {
        where: losesPath,
        enter: [server("{root}"), field("PushKey", "PushKey", "{route}.{secret}")],
        call: { url: "{root}/message/push", fields: { pushkey: "{route}.{secret}" } },
      },
    ],
  },
  apprise: {
    menu: said("工具的 Apprise 地址一栏，或 apprise 命令", "the tool's field for Apprise URLs, or the command apprise"),
    page,
    ways: [
      { enter: [field("Apprise URL", "Apprise URL", "{apprise}/{secret}")], call: { url: "{at}/{secret}" } },
      {
        where: said("Apprise API 服务器", "as Apprise's API server"),
        enter: [whole("{at}/notify/{secret}")],
        call: { url: "{at}/notify/{secret}" },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Sender>>;

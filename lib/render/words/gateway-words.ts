import type { GatewayStatus, Trouble } from "../../model/gateway-status.ts";
import type { Said } from "../../model/said.ts";

const troubles: Readonly<Record<Trouble, Said>> = {
  network: {
    zh: "连不上 QQ，或连接断了；会自己再试",
    en: "QQ cannot be reached, or the line was cut; it tries again by itself",
  },
  api: {
    zh: "QQ 的接口没有给出网关地址；会自己再试",
    en: "QQ's API does not say where its gateway is; it tries again by itself",
  },
  credentials: {
    zh: "QQ 不认这个机器人，请对照 QQ 控制台“开发设置”检查 QQ_APP_ID 和 QQ_APP_SECRET",
    en: "QQ refuses the bot: compare QQ_APP_ID and QQ_APP_SECRET with QQ's console (开发设置)",
  },
  "allow-list": {
    zh: "这台机器的出口地址不在 QQ 控制台的 IP 白名单里（11298），请加进去，或清空白名单",
    en: "this machine's outgoing address is not on the list of QQ's console (IP 白名单, 11298): add it, or empty the list",
  },
  intents: {
    zh: "QQ 说机器人没有权限收路由所需的事件，请在 QQ 控制台检查它开通了哪些场景，路由里只留这些场景",
    en: "QQ says the bot has no right to the events that the routes need: see in QQ's console which scenes it has, and keep routes of those only",
  },
  refused: {
    zh: "QQ 拒绝建立会话，没有说原因，可能是机器人没有这些场景的权限、密钥换过、这台机器不在 IP 白名单里，或重连太频繁；会越来越慢地再试",
    en: "QQ refuses a session and does not say why: the bot may lack a scene, its secret may be another by now, this machine may not be on the list (IP 白名单), or there were too many connections; it tries again, ever more slowly",
  },
  budget: {
    zh: "今天可以建立的会话用完了；QQ 放开后会自己再连",
    en: "no more sessions may be started today; it connects again once QQ lets it",
  },
  sandbox: {
    zh: "QQ 把机器人下架了，只能在沙箱里用（4914），请到 QQ 控制台处理；每小时再试",
    en: "QQ has taken the bot down to its sandbox (4914): see QQ's console; it is tried again each hour",
  },
  banned: {
    zh: "QQ 封禁了机器人（4915），请到 QQ 控制台处理；每小时再试",
    en: "QQ has banned the bot (4915): see QQ's console; it is tried again each hour",
  },
  protocol: {
    zh: 'QQ 不认中继发的内容，不再重连。这是中继的错，请升级它，或先改用 events: "callback"',
    en: 'QQ does not understand the relay, which tries no more: that is a fault of the relay\'s; upgrade it, or use events: "callback" meanwhile',
  },
  relay: {
    zh: "中继收不下更多事件，先不再接收；收下后会自己再连，QQ 会补发",
    en: "the relay does not take the events that came, and receives no more until it does; QQ sends again what was missed",
  },
  silent: {
    zh: "QQ 那边没有回应，正在重新连接",
    en: "QQ's side fell silent; it connects again",
  },
};

const quiet: Said = {
  zh: '已连到 QQ 的网关，但很久都没有收到任何事件：请看 QQ 控制台的“事件接收方式”是不是 WebSocket；本来就用 Webhook 的，请设 events: "callback"',
  en: "Connected to QQ's gateway, but no event has come for long: see that QQ's console says WebSocket (事件接收方式); if it is meant to say Webhook, set events: \"callback\"",
};

const states: Readonly<Record<GatewayStatus["state"], Said>> = {
  connecting: { zh: "正在连接 QQ 的网关", en: "Connecting to QQ's gateway" },
  connected: {
    zh: "已连到 QQ 的网关，收事件不需要公网地址",
    en: "Connected to QQ's gateway: events come without a public address",
  },
  waiting: { zh: "没有连上 QQ 的网关，过一会儿再试", en: "Not connected to QQ's gateway; it tries again shortly" },
  refused: { zh: "没有连上 QQ 的网关", en: "Not connected to QQ's gateway" },
  stopped: { zh: "和 QQ 网关的连接已停", en: "The connection to QQ's gateway has ended" },
};

/** How the connection to QQ's gateway is, and what to do where an operator has to do something. */
export function sayGateway({ state, trouble, isQuiet }: Pick<GatewayStatus, "state" | "trouble" | "isQuiet">): Said {
  if (state === "connected") return isQuiet ? quiet : states.connected;
  if (!trouble) return states[state];
  const { zh, en } = troubles[trouble];
  return { zh: `没有连上 QQ 的网关：${zh}`, en: `Not connected to QQ's gateway: ${en}` };
}

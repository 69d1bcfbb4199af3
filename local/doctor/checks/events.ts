import { day, hour } from "../../../lib/base/time.ts";
import { sayGateway } from "../../../lib/render/words/gateway-words.ts";
import type { Finding } from "../finding.ts";
import type { RelayRecord } from "../relay-record.ts";
import { type Check, fault, isReal, warning } from "./check.ts";

/** After so long (ms) without an event of any kind a person is asked to try. */
const tooQuiet = 3 * day;

/** A run this young (ms) has not had the time to hear anybody. */
const young = hour;

/** Whether the relay that is meant runs, and talks to QQ. */
export const checkRelay: Check = (facts) => {
  const { relay, where } = facts;
  if (!relay) return [];
  if ("silent" in relay)
    return [
      fault("relay", {
        message: relay.silent,
        fix:
          where === "deployed"
            ? {
                zh: "表名是 sst deploy 打印的 table；检查 AWS_REGION、AWS_PROFILE 和凭据",
                en: "Its name is the table that sst deploy printed; check AWS_REGION, AWS_PROFILE and the credentials",
              }
            : {
                zh: "npm start；已经在运行的话用同一个用户、同一个 RELAY_DATA 和 ADMIN_PORT 执行 doctor",
                en: "npm start; where it runs already, run doctor as its user, with its RELAY_DATA and ADMIN_PORT",
              },
      }),
    ];
  if (!relay.run?.simulated || !isReal(facts)) return [];
  return [
    fault("relay", {
      message: {
        zh: "正在运行的中继用的是模拟器：它启动时还没有机器人的 id 和密钥",
        en: "The relay that runs uses the simulator: it was started without the bot's credentials",
      },
      fix: { zh: "重新启动它（npm start）", en: "Start it anew (npm start)" },
    }),
  ];
};

/** Whether QQ's events come, as far as that shows. */
export const checkEvents: Check = ({ relay, qq, now }) => {
  if (!relay || "silent" in relay || relay.run?.simulated) return [];
  const { gateway } = relay.run ?? {};
  const known = [qq?.token, qq?.me].flatMap((step) => (step?.kind === "refused" ? step.trouble : []));
  // The same refusal, told by the check of credentials or addresses.
  if (gateway?.trouble !== undefined && known.includes(gateway.trouble)) return [];
  if (gateway && gateway.state !== "connected" && gateway.state !== "connecting") return [notConnected(gateway)];
  if (gateway?.state === "connected" && gateway.isQuiet) return [quietGateway(gateway)];
  const last = Math.max(relay.spokeAt ?? 0, gateway?.lastEvent ?? 0);
  if (last === 0) return relay.run && now - relay.run.since < young ? [] : [never];
  return now - last > tooQuiet ? [longAgo(last, now)] : [];
};

type Gateway = NonNullable<NonNullable<RelayRecord["run"]>["gateway"]>;

const say = ({ state, trouble, isQuiet }: Gateway) => sayGateway({ state, trouble, isQuiet });

const notConnected = (gateway: Gateway): Finding => {
  const find = gateway.state === "waiting" ? warning : fault;
  return find("events", { message: say(gateway), fix: startAnew });
};

const startAnew = {
  zh: "照它说的做；中继会自己再连，停了的话重新启动",
  en: "Do as it says; the relay connects again by itself, or start it anew where it has stopped",
};

const quietGateway = (gateway: Gateway): Finding =>
  warning("events", {
    message: say(gateway),
    fix: {
      zh: "对机器人说一句话再跑一次；还是没有，就把 QQ 开放平台的“事件接收方式”改成 WebSocket",
      en: "Say something to the bot and look again; if nothing comes, set QQ's console to WebSocket (事件接收方式)",
    },
  });

const speak = {
  zh: '对机器人说一句话（群里要 @ 它）再跑一次；还是没有，就看 QQ 开放平台的“事件接收方式”：WebSocket 对 events: "gateway"，Webhook 对 events: "callback" 和 AWS，回调地址和勾选的事件也看一下',
  en: 'Say something to the bot (in a group @ it) and look again; if nothing comes, see 事件接收方式 in QQ\'s console: WebSocket for events: "gateway", Webhook for events: "callback" and AWS, and there the callback address and the events that are ticked',
};

const never = warning("events", {
  message: {
    zh: "从来没有收到过 QQ 的事件：没有人和机器人说过话，或者事件没有送到；没有事件，存着的通知就等不到回复窗口",
    en: "No event of QQ's has ever come: nobody spoke to the bot, or the events do not arrive; without them what is held finds no reply window",
  },
  fix: speak,
});

const longAgo = (last: number, now: number): Finding => {
  const days = Math.floor((now - last) / day);
  return warning("events", {
    message: {
      zh: `最近一次收到 QQ 的事件是 ${days} 天前：没有人和机器人说话，或者事件送不到了`,
      en: `QQ's last event came ${days} days ago: nobody speaks to the bot, or its events no longer arrive`,
    },
    fix: speak,
  });
};

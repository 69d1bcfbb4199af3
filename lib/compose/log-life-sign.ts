import { inBoth, type Said } from "../model/said.ts";
import type { Log } from "../ports.ts";

/** What an answer of the events function says of how this process is set up. */
const meanings: Readonly<Record<number, Said>> = {
  401: {
    zh: "中继不认这个进程的签名：QQ_APP_ID、QQ_APP_SECRET 要和中继的一样，两边的时钟最多差 5 分钟",
    en: "the relay refuses this process's signature: QQ_APP_ID and QQ_APP_SECRET have to be the relay's, and the clocks 5 minutes apart at most",
  },
  403: {
    zh: "这个地址不让人调用：RELAY_EVENTS_URL 要是部署后打印的 events",
    en: "that address may not be called: RELAY_EVENTS_URL has to be what the deployment printed as events",
  },
  404: {
    zh: "这个地址不收 QQ 的事件：RELAY_EVENTS_URL 要是部署后打印的 events",
    en: "that address takes no events of QQ's: RELAY_EVENTS_URL has to be what the deployment printed as events",
  },
};

const other: Said = {
  zh: "中继没有收下，会一直再试",
  en: "the relay did not take it; it is tried again and again",
};

/** One line whenever the relay's answer to this process is another one: with what to do, where that can be told. */
export function logLifeSign(status: number | undefined, log: Log): void {
  if (status === 200) return log("info", "gateway-relay-answers");
  const { zh, en } = meanings[status ?? 0] ?? other;
  log("warn", "gateway-relay-refuses", { status: status ?? "no answer", message: inBoth(en, zh) });
}

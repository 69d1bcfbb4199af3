import type { Language } from "../../model/language.ts";
import type { Said } from "../../model/said.ts";

/** What an operator is told of the gateway process; moments in words. */
type Words = {
  readonly silent: { readonly title: string; readonly lines: (since: string) => readonly string[] };
  readonly back: { readonly title: string; readonly lines: (since: string) => readonly string[] };
};

export const gatewayLifeWords = {
  zh: {
    silent: {
      title: "网关进程超过 5 分钟没有动静",
      lines: (since) => [
        `最后一次是 ${since}。在它恢复之前收不到 QQ 的事件：对机器人说话没有回应，积压的通知也没有回复可用`,
        "怎么办：看它是不是还在运行，它的日志会说明连不上 QQ 或中继的原因",
      ],
    },
    back: {
      title: "网关进程恢复了，又能收到 QQ 的事件",
      lines: (since) => [`从 ${since} 起没有动静；期间的事件 QQ 会补发，也可能有缺`],
    },
  },
  en: {
    silent: {
      title: "The gateway process has been silent for over 5 minutes",
      lines: (since) => [
        `It was last seen at ${since}. Until it is back no event of QQ's arrives: the bot does not answer, and what waits has no replies to go by`,
        "What to do: see that it runs; its log says why it cannot reach QQ or the relay",
      ],
    },
    back: {
      title: "The gateway process is back, QQ's events arrive again",
      lines: (since) => [
        `It had been silent since ${since}; QQ sends again what came meanwhile, though some may be missing`,
      ],
    },
  },
} as const satisfies Record<Language, Words>;

/** How a gateway process elsewhere is, for people at the relay. */
export const sayGatewayLife = (isSilent: boolean): Said =>
  isSilent
    ? {
        zh: "QQ 的事件由别处的网关进程（npm run gateway）送来，但它超过 5 分钟没有动静，请看它的日志",
        en: "QQ's events come by a gateway process elsewhere (npm run gateway), which has been silent for over 5 minutes: see its log",
      }
    : {
        zh: "QQ 的事件由别处的网关进程（npm run gateway）送来，它已连到 QQ",
        en: "QQ's events come by a gateway process elsewhere (npm run gateway), which is connected to QQ",
      };

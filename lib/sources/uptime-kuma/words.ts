import type { Language } from "../../model/language.ts";
import { nameBefore } from "../monitor/name-before.ts";
import type { State } from "./body.ts";
import type { Expiry } from "./read-expiry.ts";

type Words = {
  readonly states: Readonly<Record<State, (name: string) => string>>;
  /** How a check went, with how long its answer took (ms). */
  readonly answered: (text: string, ping: number) => string;
  readonly address: (address: string) => string;
  readonly wasDown: (length: string) => string;
  readonly expiry: Readonly<Record<Expiry["what"], (name: string, days: number) => string>>;
  readonly unnamed: string;
  readonly empty: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<State, string>>;
};

const inZh = (days: number): string => (days > 0 ? `还有 ${days} 天过期` : "已过期");

const inEn = (days: number): string => (days > 0 ? `expires in ${days} ${days === 1 ? "day" : "days"}` : "has expired");

/** What the relay says of monitors, in its own words. */
export const words = {
  zh: {
    states: {
      down: (name) => `${nameBefore(name)}故障`,
      up: (name) => `${nameBefore(name)}已恢复`,
      pending: (name) => `${nameBefore(name)}异常，正在重试`,
      maintenance: (name) => `${nameBefore(name)}进入维护`,
    },
    answered: (text, ping) => `${text}（${ping} 毫秒）`,
    address: (address) => `地址：${address}`,
    wasDown: (length) => `故障持续 ${length}`,
    expiry: {
      certificate: (name, days) => `${nameBefore(name)}的证书${inZh(days)}`,
      domain: (name, days) => `域名 ${nameBefore(name)}${inZh(days)}`,
    },
    unnamed: "监控项",
    empty: "Uptime Kuma 发来一条没有内容的消息",
    tally: { down: "次故障", up: "次恢复", pending: "次重试", maintenance: "次维护" },
  },
  en: {
    states: {
      down: (name) => `${name} is down`,
      up: (name) => `${name} is up again`,
      pending: (name) => `${name} fails, trying again`,
      maintenance: (name) => `${name} is under maintenance`,
    },
    answered: (text, ping) => `${text} (${ping} ms)`,
    address: (address) => `Address: ${address}`,
    wasDown: (length) => `It was down for ${length}`,
    expiry: {
      certificate: (name, days) => `${name}: the certificate ${inEn(days)}`,
      domain: (name, days) => `Domain ${name} ${inEn(days)}`,
    },
    unnamed: "A monitor",
    empty: "Uptime Kuma sent a message without words",
    tally: { down: "outages", up: "recoveries", pending: "retries", maintenance: "maintenances" },
  },
} as const satisfies Record<Language, Words>;

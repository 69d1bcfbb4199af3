import type { Said } from "../model/said.ts";
import { show } from "./tell-issue.ts";

type Env = Readonly<Record<string, string | undefined>>;

type Check = { readonly fits: (value: string) => boolean; readonly wanted: Said };

/** A whole number from 1 to so many. */
const upTo =
  (most: number) =>
  (value: string): boolean =>
    /^[1-9]\d*$/.test(value) && Number(value) <= most;

const address: Check = {
  // A token goes there, and what is on somebody's own machine cannot be reached from AWS.
  fits: (value) => URL.parse(value)?.protocol === "https:",
  wanted: {
    zh: "要是以 https:// 开头、从 AWS 能访问的地址",
    en: "must be an address that AWS can reach, beginning with https://",
  },
};

/** What each variable of a deployment may say; empty is as if it were not there. */
const checks: Readonly<Record<string, Check>> = {
  RELAY_STATIC_IP: {
    fits: (value) => ["0", "1", "ec2"].includes(value),
    wanted: { zh: "只能是 1（NAT 网关）或 ec2（小虚拟机）", en: "is 1 (a NAT gateway) or ec2 (a small instance)" },
  },
  RELAY_RESERVED_CONCURRENCY: {
    fits: upTo(1_000),
    wanted: { zh: "要是 1 到 1000 的整数", en: "must be a whole number from 1 to 1000" },
  },
  RELAY_BUDGET_USD: {
    fits: upTo(1_000_000),
    wanted: { zh: "要是每月的美元数，整数", en: "must be whole USD a month" },
  },
  RELAY_ALARM_EMAIL: {
    fits: (value) => /^[^\s@]+@[^\s@]+$/.test(value),
    wanted: { zh: "要是一个邮箱地址", en: "must be an e-mail address" },
  },
  RELAY_ADOPT_TABLE: {
    fits: (value) => /^[\w.-]{3,255}$/.test(value),
    wanted: { zh: "要是 DynamoDB 的表名，不是 ARN", en: "must be the name of a DynamoDB table, not its ARN" },
  },
  RELAY_DOMAIN: {
    fits: (value) => /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/.test(value),
    wanted: { zh: "要是域名，不带 https://", en: "must be a domain, without https://" },
  },
  RELAY_DOMAIN_CERT: {
    fits: (value) => /^arn:[\w-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/.test(value),
    wanted: { zh: "要是 us-east-1 里 ACM 证书的 ARN", en: "must be the ARN of a certificate of ACM's in us-east-1" },
  },
  QQ_API_BASE: address,
  QQ_TOKEN_URL: address,
};

/** Variables that do nothing without another. */
const pairs: readonly (readonly [name: string, other: string, said: Said])[] = [
  [
    "RELAY_BUDGET_USD",
    "RELAY_ALARM_EMAIL",
    {
      zh: "RELAY_BUDGET_USD 要和 RELAY_ALARM_EMAIL 一起写：超出预算时写信给它",
      en: "RELAY_BUDGET_USD needs RELAY_ALARM_EMAIL beside it: that address is told",
    },
  ],
  [
    "RELAY_DOMAIN",
    "RELAY_DOMAIN_CERT",
    {
      zh: "RELAY_DOMAIN 要和 RELAY_DOMAIN_CERT 一起写：这个域名在 us-east-1 的 ACM 证书",
      en: "RELAY_DOMAIN needs RELAY_DOMAIN_CERT beside it: the domain's certificate of ACM's in us-east-1",
    },
  ],
];

/** Names of what is checked. */
export const deployVariables: readonly string[] = Object.keys(checks);

/** What is wrong with the variables that a deployment is told by. */
export function deployRules(env: Env): readonly Said[] {
  const wrong = Object.entries(checks).flatMap(([name, { fits, wanted }]) => {
    const value = env[name];
    if (!value || fits(value)) return [];
    return [{ zh: `${name} ${show(value)} ${wanted.zh}`, en: `${name} ${show(value)} ${wanted.en}` }];
  });
  return [...wrong, ...pairs.flatMap(([name, other, said]) => (env[name] && !env[other] ? [said] : []))];
}

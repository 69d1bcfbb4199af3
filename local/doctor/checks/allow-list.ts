import type { Finding } from "../finding.ts";
import { type Check, fault, warning } from "./check.ts";

/** QQ's two codes for an address that is not on the bot's list. */
const notAllowed: ReadonlySet<number> = new Set([11298, 40023002]);

/** Whether QQ takes calls from where the relay runs, by its answer here and by those that are kept with what waits. */
export const checkAllowList: Check = ({ qq, relay, where }) => {
  const { me } = qq ?? {};
  const isKept = relay !== undefined && "codes" in relay && relay.codes.some((code) => notAllowed.has(code));
  const isHere = me?.kind === "refused" && me.trouble === "allow-list";
  if (where === "deployed") return isKept ? [fromAws] : [];
  if (isHere) return [fromHere(me.seen)];
  if (!isKept) return [];
  return me ? [before] : [fromHere(undefined)];
};

const fromHere = (seen: string | undefined): Finding =>
  fault("allow-list", {
    message: {
      zh: `QQ 不接受这台机器的出口地址${seen === undefined ? "" : ` ${seen}`}（11298）：它不在机器人的 IP 白名单里`,
      en: `QQ takes no calls from this machine's outgoing address${seen === undefined ? "" : ` ${seen}`} (11298): it is not on the bot's list (IP 白名单)`,
    },
    fix: {
      zh: `在 QQ 开放平台“开发设置”的 IP 白名单里加上 ${seen ?? "这台机器的出口地址（路由器的公网 IPv4）"}，或清空白名单；家里宽带的地址会变，清空更省事`,
      en: `Add ${seen ?? "this machine's outgoing address (the router's public IPv4)"} to the list in QQ's console (开发设置, IP 白名单), or empty the list; a home line's address changes, so emptying it is easier`,
    },
  });

const fromAws: Finding = fault("allow-list", {
  message: {
    zh: "QQ 拒绝了 AWS 上的函数（11298）：它们的出口地址不在机器人的 IP 白名单里",
    en: "QQ refuses the functions in AWS (11298): their outgoing address is not on the bot's list (IP 白名单)",
  },
  fix: {
    zh: "在 QQ 开放平台清空 IP 白名单；或加 RELAY_STATIC_IP=1 重新部署，把打印的 address 填进白名单",
    en: "Empty the list in QQ's console; or deploy with RELAY_STATIC_IP=1 and enter the address that it prints there",
  },
});

const before: Finding = warning("allow-list", {
  message: {
    zh: "QQ 不久前拒绝过这台机器的地址（11298），现在接受了：出口地址大概在变",
    en: "QQ lately refused this machine's address (11298) and now takes it: the outgoing address seems to change",
  },
  fix: { zh: "在 QQ 开放平台清空 IP 白名单", en: "Empty the list in QQ's console (IP 白名单)" },
});

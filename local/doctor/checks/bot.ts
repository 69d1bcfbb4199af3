import type { QqStep } from "../facts.ts";
import type { Finding } from "../finding.ts";
import { type Check, fault, skip } from "./check.ts";

const where = { zh: "QQ 开放平台（q.qq.com）“开发设置”", en: "QQ's console (q.qq.com, 开发设置)" };

/** Whether the bot's id and secret are there, and are the bot's. */
export const checkCredentials: Check = ({ bot, qq, where: place }) => {
  if (place === "deployed" && !(bot.id && bot.secret))
    return skip(
      "机器人的密钥在 AWS 里：在这里设好 QQ_APP_ID 和 QQ_APP_SECRET 再跑一次，就会一起检查",
      "the bot's credentials are in AWS: set QQ_APP_ID and QQ_APP_SECRET here as well to have them checked",
    );
  if (!bot.id && !bot.secret) return [none];
  if (!bot.id || !bot.secret) return [half(bot.id ? "QQ_APP_SECRET" : "QQ_APP_ID")];
  return [...refusedAs(qq?.token), ...refusedAs(qq?.me)].slice(0, 1);
};

const none = fault("credentials", {
  message: {
    zh: "没有机器人的 id 和密钥，现在顶替 QQ 的是模拟器：什么都不会发到 QQ",
    en: "There are no credentials of a bot: the simulator takes QQ's place, and nothing goes to QQ",
  },
  fix: {
    zh: `从 ${where.zh}抄 QQ_APP_ID 和 QQ_APP_SECRET 到 .env，重新 npm start`,
    en: `Copy QQ_APP_ID and QQ_APP_SECRET from ${where.en} into .env, and npm start again`,
  },
});

const half = (missing: string): Finding =>
  fault("credentials", {
    message: {
      zh: `只设了一半，缺 ${missing}，所以仍在用模拟器：什么都不会发到 QQ`,
      en: `${missing} is missing, so the simulator is still used, and nothing goes to QQ`,
    },
    fix: {
      zh: `从 ${where.zh}抄 ${missing} 到 .env，重新 npm start`,
      en: `Copy ${missing} from ${where.en} into .env, and npm start again`,
    },
  });

const refusedAs = (step: QqStep | undefined): readonly Finding[] => {
  if (step?.kind !== "refused") return [];
  if (step.trouble === "credentials")
    return [
      fault("credentials", {
        message: { zh: `QQ 不认这个机器人（${words(step)}）`, en: `QQ refuses the bot (${words(step)})` },
        fix: {
          zh: `对照${where.zh}检查 QQ_APP_ID 和 QQ_APP_SECRET；密钥重置过就换成新的，然后重新启动或部署`,
          en: `Compare QQ_APP_ID and QQ_APP_SECRET with ${where.en}; where the secret was reset take the new one, then start or deploy again`,
        },
      }),
    ];
  if (step.trouble === "banned")
    return [
      fault("credentials", {
        message: { zh: `QQ 封禁了机器人（${words(step)}）`, en: `QQ has banned the bot (${words(step)})` },
        fix: {
          zh: `到 QQ 开放平台（q.qq.com）查看原因并申诉`,
          en: `See QQ's console (q.qq.com) for the reason, and appeal`,
        },
      }),
    ];
  return [];
};

/** Whether QQ's API is there at all. */
export const checkQq: Check = ({ qq }) => {
  if (!qq) return [];
  const [bad] = [qq.token, qq.me].filter((step) => step !== undefined && step.kind !== "taken");
  if (bad?.kind === "lost")
    return [
      fault("qq", {
        message: { zh: `连不上 QQ 的接口（${bad.code}）`, en: `QQ's API cannot be reached (${bad.code})` },
        fix: {
          zh: "检查这台机器的网络、DNS 和防火墙；设过 QQ_API_BASE 或 QQ_TOKEN_URL 的话看写得对不对",
          en: "Check this machine's network, DNS and firewall, and where they are set QQ_API_BASE and QQ_TOKEN_URL",
        },
      }),
    ];
  if (bad?.kind !== "refused" || named.has(bad.trouble)) return [];
  return [
    fault("qq", {
      message: { zh: `QQ 的接口报错（${words(bad)}）`, en: `QQ's API answers with an error (${words(bad)})` },
      fix: {
        zh: "过几分钟再试；一直这样就看 QQ 开放平台有没有公告，以及机器人是否已上线、未被停用",
        en: "Try again in some minutes; if it stays so see QQ's console for news, and whether the bot is published and in service",
      },
    }),
  ];
};

/** Troubles that have a check of their own. */
const named: ReadonlySet<string> = new Set(["credentials", "banned", "allow-list"]);

const words = ({ code, status, message }: Extract<QqStep, { kind: "refused" }>): string =>
  [code ?? `HTTP ${status ?? "?"}`, message].filter((part) => part !== undefined).join(" ");

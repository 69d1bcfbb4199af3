import type { Finding } from "../finding.ts";
import type { RelayRecord } from "../relay-record.ts";
import { type Check, oneOf, warning } from "./check.ts";

type Counted = RelayRecord["rules"][number];

/** The rules by which pushes are counted, against what QQ did. */
export const checkRules: Check = ({ relay }) => {
  if (!relay || "silent" in relay) return [];
  return relay.rules.flatMap((rules) => {
    if (rules.refused > 0) return rules.isSet ? setTooWide(rules) : usedElsewhere(rules);
    return rules.isSet && rules.isWider ? setTooNarrow(rules) : [];
  });
};

const setTooWide = ({ scene, preset, refused }: Counted): Finding =>
  warning("rules", {
    message: {
      zh: `${scene}：设置里写死按 ${preset} 算频次，QQ 却拒绝了它还允许的主动消息（${refused} 个会话）`,
      en: `${scene}: the settings count by exactly ${preset}, and QQ refused pushes that it still allows (at ${refused} conversations)`,
    },
    fix: {
      zh: '把 limits 改成 "auto"（先按较严的算，由 QQ 的应答决定）或 "published"；同一个机器人若还有别的程序在发，用 override 减去它的份',
      en: 'Set limits: "auto" (the stricter count, until QQ shows otherwise) or "published"; where another program sends by the same bot, take its share off by override',
    },
  });

const usedElsewhere = ({ scene, refused }: Counted): Finding =>
  warning("rules", {
    message: {
      zh: `${scene}：本机算着还有余量，QQ 却说用完了（${refused} 个会话）：同一个机器人可能还有别的程序在发`,
      en: `${scene}: by our count pushes are left, and QQ says there are none (at ${refused} conversations): another program may send by the same bot`,
    },
    fix: {
      zh: "停掉那个程序；或在 limits.override 里把它要用的份减去",
      en: "Stop the other one, or take its share off by limits.override",
    },
  });

const setTooNarrow = ({ scene, preset }: Counted): Finding =>
  warning("rules", {
    message: {
      zh: `${scene}：设置里写死按 ${preset} 算频次，而 QQ 已经按 2026 年的规则收过更多：还可以多发`,
      en: `${scene}: the settings count by exactly ${preset}, and QQ has taken more, by the rules of 2026: more could be pushed`,
    },
    fix: { zh: '把 limits 改成 "auto"', en: 'Set limits: "auto"' },
  });

/** Routes by which nothing ever came: most often the sender was never told the address. One that the relay itself uses needs none. */
export const checkUnused: Check = ({ relay, configuration }) => {
  if (!relay || "silent" in relay || "faults" in configuration) return [];
  const { routes, days } = relay.unused;
  const { settings, routes: known } = configuration;
  const ownUse = new Set([settings.warnTo, ...Object.values(known).map(({ policy }) => policy?.spill?.to)]);
  const names = routes.filter((name) => Object.hasOwn(known, name) && !ownUse.has(name));
  if (names.length === 0) return [];
  return [
    warning("routes", {
      message: {
        zh: `路由 ${names.join("、")} 没有收到过通知（记录保留 ${days} 天）：发送方没设好，被拒收了，或者都被筛掉了`,
        en: `Nothing has come by route ${names.join(", ")} (deliveries are kept for ${days} days): the sender is not set up, was refused, or all was filtered out`,
      },
      fix: {
        zh: `npm run relay -- routes ${oneOf(names, "<路由>")} 打印要填的地址和要点哪里，再让发送方测试一次；日志里有 refused 就是被拒收，不用的路由删掉`,
        en: `npm run relay -- routes ${oneOf(names, "<route>")} prints the address and what to click; then have the sender test it. A line "refused" in the log says why it was not taken; take out a route that is not used`,
      },
    }),
  ];
};

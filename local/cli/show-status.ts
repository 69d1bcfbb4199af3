import { tellBasis } from "../../lib/render/words/basis-words.ts";
import type { Basis } from "../../lib/model/in-force.ts";
import type { Answered } from "./operate.ts";
import { showHeld } from "./show-held.ts";
import { showTarget } from "./show-target.ts";
import { showTime, showUntil } from "./show-time.ts";

type TargetStatus = Answered<"status">["targets"][number];
type TargetQuota = Answered<"quota">["targets"][number];

const every = {
  month: "本月 this month",
  day: "今天 today",
  minute: "这分钟 this minute",
  second: "这秒 this second",
} as const;

/** What may be sent unasked: `本月 this month 3/4`. */
function showProactive({ proactive }: TargetQuota): string {
  switch (proactive.kind) {
    case "denied":
      return `QQ 不让主动发 QQ takes no pushes${showUntil(proactive.until)}`;
    case "gone":
      return `会话不在了 the conversation is no more${showUntil(proactive.until)}`;
    case "replies-only":
      return "只能回复 replies only";
    case "closed":
      return `${proactive.of === "bot" ? "整个机器人的额度用完 pushes of the bot used up" : "这个频道的额度用完 pushes of the guild used up"}${showUntil(proactive.until)}`;
    default:
      return proactive.rules.length === 0
        ? "不限 unlimited"
        : proactive.rules
            .map((rule) => `${every[rule.every]} ${rule.left}/${rule.max}${showUntil(rule.opensAt)}`)
            .join(" · ");
  }
}

/** Which of QQ's rules count that, and why. */
function showBasis({ basis }: TargetQuota): string {
  const { preset, why, until, since } = basis;
  const times = { ...(until && { until: Date.parse(until) }), ...(since && { since: Date.parse(since) }) };
  const read = { preset, why, ...times } as Basis;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return ["zh", "en"].map((language) => tellBasis(read, language as "zh" | "en", timeZone, Date.now())).join(" · ");
}

export const showQuota = ({ targets }: Answered<"quota">): string =>
  targets.length === 0
    ? "没有会话 · no conversations\n"
    : targets.map((each) => `${showTarget(each.target)}  ${showProactive(each)}\n    ${showBasis(each)}\n`).join("");

function showWaiting({ target, held, counted }: TargetStatus): readonly string[] {
  const reasons = held.reasons.map((each) => `    ${each.count} × ${showHeld(each, target)}`);
  const total = `${held.total}${held.isPart ? "+" : ""}`;
  return [
    `  暂存 held: ${total}`,
    ...reasons,
    ...(counted > 0 ? [`  只计了数 only counted: ${counted}（在 QQ 里说“更多”· say "more" in QQ）`] : []),
  ];
}

function showTargetStatus(target: TargetStatus): string {
  const { windows, muted, mutes, routes } = target;
  const last = windows.at(-1);
  return [
    `${showTarget(target.target)}  ${routes.join(", ")}`,
    `  主动消息 pushes: ${showProactive(target)}`,
    `    ${showBasis(target)}`,
    ...(last ? [`  回复窗口 reply windows: ${windows.length}${showUntil(last.closesAt)}`] : []),
    ...(muted ? [`  静音 muted${muted.all ? "（含严重 critical too）" : ""}${showUntil(muted.until)}`] : []),
    ...mutes.map(({ route, until }) => `  静音 muted: ${route}${showUntil(until)}`),
    ...showWaiting(target),
    "",
  ].join("\n");
}

export function showStatus({ breaker, targets }: Answered<"status">): string {
  const out =
    breaker === undefined ? "" : `QQ 故障，暂停发送 · QQ is out of order, nothing is sent${showUntil(breaker)}\n`;
  return `${out}${targets.length === 0 ? "没有会话 · no conversations\n" : targets.map(showTargetStatus).join("\n")}`;
}

export const showMuted = ({ target, until, route, all, capped }: Answered<"mute">): string =>
  `${showTarget(target)} ${route ?? ""}静音到 · muted until ${showTime(until)}${all ? "（含严重 critical too）" : "（严重的照发 critical ones pass）"}${capped ? "（最长 30 天 30 days at most）" : ""}\n`;

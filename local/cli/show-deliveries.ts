import type { Answered } from "./operate.ts";
import { showHeld } from "./show-held.ts";
import { showTarget } from "./show-target.ts";
import { showTime } from "./show-time.ts";

export type Listed = Answered<"deliveries">["deliveries"][number];

/** `pending (quota: no proactive messages left, more at … · 主动消息用完了，… 恢复)`. */
const showState = ({ state, held, target }: Listed): string => (held ? `${state} (${showHeld(held, target)})` : state);

/** QQ's last answer, or why it ended without one. */
function showLast({ last }: Pick<Listed, "last">): string {
  if (!last) return "";
  const { status, code, message, note, traceId } = last;
  const answer = [
    status === undefined ? "" : `HTTP ${status}`,
    code ?? "",
    message ?? "",
    traceId ? `trace ${traceId}` : "",
  ];
  return [note ?? "", ...answer].filter((part) => part !== "").join(" ");
}

/** Two lines a delivery: what it says and how it stands, then where it goes and by which id. */
export function showDelivery(delivery: Listed): string {
  const { arrivedAt, level, title, target, id } = delivery;
  const last = delivery.state === "sent" ? "" : showLast(delivery);
  return [
    `${showTime(arrivedAt)}  ${level}  ${title}`,
    `    ${showState(delivery)}${last === "" ? "" : ` · ${last}`}`,
    `    ${showTarget(target)}  ${id}`,
    "",
  ].join("\n");
}

export function showDeliveries({ deliveries, more }: Answered<"deliveries">): string {
  if (deliveries.length === 0 && !more) return "没有投递 · no deliveries\n";
  const rest = more ? "…… 还有更早的：--limit、--since · there are older ones: --limit, --since\n" : "";
  return `${deliveries.map(showDelivery).join("")}${rest}`;
}

/** By what it was tried last, and when: `proactive 2026-11-21 12:00:00`. */
const triedOf = ({ steps }: Answered<"trace">["deliveries"][number]): string =>
  steps.flatMap((step) => (step.step === "claimed" ? [`${step.by} ${showTime(step.at)}`] : [])).join("");

/** Everything that is known of a delivery's way, a line each. */
export function showTrace({ deliveries }: Answered<"trace">): string {
  return deliveries
    .map((delivery) =>
      [
        ["投递 delivery", delivery.id],
        ["会话 target", showTarget(delivery.target, true)],
        ["路由 route", `${delivery.route} (${delivery.source} ${delivery.event}, ${delivery.form})`],
        ["级别 level", delivery.level],
        ["标题 title", delivery.title],
        ["链接 link", delivery.link ?? ""],
        ["到达 arrived", showTime(delivery.arrivedAt)],
        ["状态 state", showState(delivery)],
        ["发过 attempts", String(delivery.attempts)],
        ["凭 by", triedOf(delivery)],
        ["最后的应答 last answer", delivery.last ? `${showTime(delivery.last.at)} ${showLast(delivery)}` : ""],
        ["QQ 消息 id message id", delivery.messageId ?? ""],
        ["审核 id audit id", delivery.auditId ?? ""],
      ]
        .filter(([, value]) => value !== "")
        .map(([name, value]) => `${name}: ${value}\n`)
        .join(""),
    )
    .join("\n");
}

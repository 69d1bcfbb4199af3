import { presets } from "../../lib/model/limits.ts";
import type { Notice } from "../../lib/model/notice.ts";
import type { Permit } from "../../lib/model/permit.ts";
import { wire } from "../../lib/qq/wire.ts";
import type { Message, NoticeOutcome, Refused, Run } from "./outcome.ts";
import { openQq } from "./qq.ts";
import type { Scenario } from "./scenarios.ts";
import type { Moment } from "./timeline.ts";

/**
 * The relay of an afternoon: pushes each notice as it comes, and what QQ refuses is gone. With `replies` it answers the
 * last message that it heard while that is fresh, and pushes when QQ does not take the reply.
 */
export function runNaive({ target, preset }: Scenario, timeline: readonly Moment[], replies: boolean): Run {
  const qq = openQq(preset);
  const freshFor = presets[preset][target.scene].reply.minutes * 60_000;
  const outcomes: NoticeOutcome[] = [];
  let heard: { readonly id: string; readonly at: number; seq: number } | undefined;
  const messages: Message[] = [];
  const refused: Refused[] = [];
  const send = (notice: Notice, permit: Permit, at: number): boolean => {
    const message = { form: "text", content: [notice.title, ...notice.lines].join("\n") } as const;
    const { code } = qq.take(target, wire(message, target.scene, permit), at);
    if (code === undefined) messages.push({ at, critical: notice.level === "critical", by: permit.kind });
    else refused.push({ at, code, by: permit.kind });
    return code === undefined;
  };
  const reply = (notice: Notice, at: number): boolean => {
    if (!replies || !heard || at - heard.at >= freshFor) return false;
    heard.seq += 1;
    return send(notice, { kind: "reply", anchor: { kind: "msg", id: heard.id }, seq: heard.seq }, at);
  };
  for (const moment of timeline) {
    const { at } = moment;
    if (moment.kind === "speech") {
      heard = { id: moment.messageId, at, seq: 0 };
      qq.hear(target, moment.messageId, at);
      continue;
    }
    const { notice } = moment;
    const isTold = reply(notice, at) || send(notice, { kind: "proactive" }, at);
    const end = isTold ? { end: "told" as const, toldAt: at } : { end: "dropped" as const };
    outcomes.push({ critical: notice.level === "critical", arrivedAt: at, ...end });
  }
  return { outcomes, messages, refused };
}

import type { Delivery } from "../../lib/model/delivery.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { emptyQuota } from "../../lib/model/quota.ts";
import type { Standing } from "../../lib/model/standing.ts";
import type { Target } from "../../lib/model/target.ts";
import type { ReplyWindow } from "../../lib/model/window.ts";

/** 2026-11-21 12:00 in Shanghai: the moment that tests start from. */
export const noon = Date.parse("2026-11-21T12:00:00+08:00");

export const group: Target = { scene: "group", id: "G1" };

export const notice = (more: Partial<Notice> = {}): Notice => ({
  source: "generic",
  event: "notice",
  level: "info",
  title: "磁盘快满了",
  lines: [],
  at: "2026-11-21T04:00:00.000Z",
  ...more,
});

let count = 0;

/** A pending delivery; each built later than the one before unless told otherwise. */
export const delivery = (more: Partial<Delivery> = {}): Delivery => {
  count += 1;
  return {
    id: `ci#${count}`,
    route: "ci",
    target: group,
    notice: notice({ title: `第 ${count} 条` }),
    form: "text",
    state: "pending",
    arrivedAt: noon - 60_000 + count,
    attempts: 0,
    ...more,
  };
};

/** A reply window of five minutes and five replies, opened a minute ago. */
export const replyWindow = (more: Partial<ReplyWindow> = {}): ReplyWindow => ({
  anchor: { kind: "msg", id: "M1" },
  openedAt: noon - 60_000,
  closesAt: noon + 4 * 60_000,
  times: 5,
  used: 0,
  ...more,
});

export const standing = (more: Partial<Standing> = {}): Standing => ({
  target: group,
  deliveries: [],
  windows: [],
  quota: emptyQuota,
  state: {},
  ...more,
});

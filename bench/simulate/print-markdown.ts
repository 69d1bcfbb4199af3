import type { SceneName } from "../../lib/model/scene.ts";
import type { Figures } from "./figures.ts";
import { type RelayName, relayNames } from "./relays.ts";
import type { Result } from "./simulate.ts";
import { tellRatio, tellShare, tellSpan } from "./tell.ts";

const labels = {
  push: "逐条直推 naive push",
  "push-or-reply": "直推，能回复就回复 push or reply",
  default: "**qq-relay** 默认 defaults",
  digest: '**qq-relay** `reserve: 1, digestAt: "09:00"`',
  critical: '**qq-relay** `proactive: "critical"`',
} as const satisfies Record<RelayName, string>;

const scenes = { c2c: "单聊", group: "群聊", channel: "子频道", dm: "频道私信" } as const satisfies Record<
  SceneName,
  string
>;

const head = [
  "中继 Relay",
  "送达 told",
  "写出 / 合计 / 折叠 worded / summed / folded",
  "延迟 delay, median / p95",
  "消息数 messages",
  "每条通知 per notice",
  "夜间 at night",
  "被拒 refused",
  "严重告警 迟到 / 未达 critical late / never",
];

type Row = readonly string[];

/** A table a scenario, in both languages, for a page. */
export const printMarkdown = (results: readonly Result[]): string =>
  results
    .map(({ scene, presets, notices, speeches, relays }) => {
      const limits = presets.map((preset) => `\`${preset}\``).join("、");
      const counts = `${notices} 条通知 notices，有人说话 ${speeches} 次 times someone spoke`;
      const rows: readonly Row[] = relayNames.map((name) => [labels[name], ...cells(relays[name])]);
      const lines = [head, head.map((_, at) => (at === 0 ? "---" : "--:")), ...rows].map(
        (row) => `| ${row.join(" | ")} |`,
      );
      return [`### ${scenes[scene]} ${scene} · ${limits}`, "", counts, "", ...lines, ""].join("\n");
    })
    .join("\n");

const cells = ({ ends, critical, ...figures }: Figures): Row => [
  tellShare(figures.toldShare),
  `${ends.told} / ${ends.summed} / ${ends.folded}`,
  `${tellSpan(figures.medianDelay)} / ${tellSpan(figures.p95Delay)}`,
  String(figures.messages),
  tellRatio(figures.messagesPerNotice),
  String(figures.atNight),
  String(figures.refused),
  `${critical.late} / ${critical.never} (${critical.accepted})`,
];

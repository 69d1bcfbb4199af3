import type { Figures } from "../figures.ts";
import { type Label, sceneLabels } from "../labels.ts";
import type { RelayName } from "../relays.ts";
import type { Result } from "../simulate.ts";
import { tellRatio, tellShare, tellSpan } from "../tell.ts";

/** A language that READMEs are in. */
export type Language = keyof Label;

const heads = {
  en: ["", "told", "QQ messages a notice told", "delay, median / p95", "critical late / never"],
  zh: ["", "送达", "每条通知用几条 QQ 消息", "延迟 中位 / p95", "严重告警 迟到 / 未达"],
} as const satisfies Record<Language, readonly string[]>;

const relayNames = {
  push: { en: "naive", zh: "直推" },
  default: { en: "**qq-relay**", zh: "**qq-relay**" },
} as const satisfies Partial<Record<RelayName, Label>>;

const units = { min: "分", h: "时", s: "秒" } as const;

/** The table of a README: of each scene under `published`, the naive relay and the defaults. */
export function readmeTable(results: readonly Result[], language: Language): string {
  const rows = results
    .filter(({ presets }) => presets.includes("published"))
    .flatMap(({ scene, relays }) =>
      (["push", "default"] as const).flatMap((name) => {
        const figures = relays[name];
        const label = `${sceneLabels[scene][language]}${language === "zh" ? "，" : ", "}${relayNames[name][language]}`;
        return figures ? [[label, ...cells(figures, language)]] : [];
      }),
    );
  const head = heads[language];
  return [head, head.map((_, at) => (at === 0 ? "---" : "---:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`.replace("|  |", "| |"))
    .join("\n");
}

const cells = ({ critical, ...figures }: Figures, language: Language): readonly string[] => [
  tellShare(figures.toldShare),
  tellRatio(figures.messagesPerNotice),
  inLanguage(`${tellSpan(figures.medianDelay)} / ${tellSpan(figures.p95Delay)}`, language),
  `${critical.late} / ${critical.never}`,
];

const inLanguage = (spans: string, language: Language): string =>
  language === "en" ? spans : spans.replaceAll(/\b(min|h|s)\b/g, (unit) => units[unit as keyof typeof units]);

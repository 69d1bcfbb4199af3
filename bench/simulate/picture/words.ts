import { columns, type Lane, rows, type Side, sides, size } from "./layout.ts";
import { countOf, type Month } from "./month.ts";
import type { Palette } from "./palette.ts";
import { tellCount } from "./tell-count.ts";

const day = 24 * 3_600_000;

/** A text in a picture, in the middle of a line at a point of it (px). */
type Words = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly bold?: true;
  readonly align?: "left" | "center" | "right";
};

/** All words of a picture, in both languages, as the chart's own elements. */
export const wordsOf = (month: Month, palette: Palette) =>
  [
    ...sides.flatMap((side) => [
      ...headOf(side, month, palette),
      ...notesOf(side, month, palette),
      ...countsOf(side, month, palette),
      ...daysOf(side, month, palette),
    ]),
    ...rowNames(palette),
    ...footOf(month, palette),
  ].map(({ text, x, y, size: fontSize, color, bold, align = "left" }) => ({
    type: "text" as const,
    silent: true,
    z: 10,
    x,
    y,
    style: {
      text,
      fill: color,
      fontSize,
      ...(bold && { fontWeight: 600 }),
      align,
      verticalAlign: "middle" as const,
    },
  }));

const titles = { naive: "直推 naive push", ours: "qq-relay" } as const satisfies Record<Side, string>;

/** What a glance is to take along: how much was told, and how long. */
function headOf(side: Side, month: Month, palette: Palette): readonly Words[] {
  const { left } = columns[side];
  const { toldCount, pushes, replies } = month[side];
  const share = (100 * toldCount) / Math.max(1, countOf(month));
  const lastDay = Math.ceil((Math.max(month.from, ...pushes, ...replies) - month.from) / day);
  const days = Math.round((month.until - month.from) / day);
  const [zh, en] =
    lastDay < 0.9 * days
      ? [`第 ${lastDay} 天之后再没有消息`, `silent after day ${lastDay}`]
      : [`到第 ${lastDay} 天一直在送达`, `still telling on day ${lastDay}`];
  return [
    { text: titles[side], x: left, y: 24, size: 16, color: palette.text, bold: true },
    { text: `${share.toFixed(1)} %`, x: left, y: 57, size: 28, color: palette[side], bold: true },
    { text: `送达，${zh}`, x: left + 128, y: 49, size: 13, color: palette.text },
    { text: `told, ${en}`, x: left + 128, y: 67, size: 12, color: palette.quiet },
  ];
}

/** Beside what they are about: how many came and were told, and what the naive relay did not keep. */
function notesOf(side: Side, month: Month, palette: Palette): readonly Words[] {
  const { left, width } = columns[side];
  const right = { x: left + width - 10, size: 13, align: "right" } as const;
  const bottom = rows.told.top + rows.told.height;
  const { toldCount, goneCount } = month[side];
  const told = tellCount(toldCount);
  const gone = tellCount(goneCount);
  const isLow = toldCount < countOf(month) / 10;
  return [
    {
      ...right,
      text: `送达 ${told} 条 · ${told} told`,
      y: bottom - (isLow ? 14 + (rows.told.height * toldCount) / countOf(month) : 38),
      color: isLow ? palette[side] : palette.text,
      bold: true,
    },
    ...(isLow
      ? [
          {
            ...right,
            text: `收到 ${tellCount(countOf(month))} 条 · ${tellCount(countOf(month))} came`,
            y: bottom - 70,
            color: palette.text,
          },
        ]
      : []),
    ...(goneCount > 0
      ? [
          {
            text: `不留存，丢了 ${gone} 条 · keeps nothing, ${gone} lost`,
            x: left + width / 2,
            y: rows.waiting.top + rows.waiting.height / 2,
            size: 13,
            color: palette.naive,
            align: "center" as const,
          },
        ]
      : []),
  ];
}

/** How many there are on a lane, at its end. */
function countsOf(side: Side, month: Month, palette: Palette): readonly Words[] {
  const { left, width } = columns[side];
  const lanes = ["pushes", "replies", "criticals"] as const satisfies readonly Lane[];
  return lanes.map((lane) => ({
    text: tellCount(month[side][lane].length),
    x: left + width + 8,
    y: rows[lane].top + rows[lane].height / 2,
    size: 12,
    color: palette.quiet,
  }));
}

function daysOf(side: Side, { from, until }: Month, palette: Palette): readonly Words[] {
  const { left, width } = columns[side];
  const days = Math.round((until - from) / day);
  const shown = Array.from({ length: days }, (_, at) => at + 1).filter(
    (each) => days < 12 || each === 1 || each % 5 === 0,
  );
  return shown.map((each) => ({
    text: String(each),
    x: left + (width * (each - 0.5)) / days,
    y: dayLine,
    size: 12,
    color: palette.quiet,
    align: "center",
  }));
}

const dayLine = rows.waiting.top + rows.waiting.height + 14;

const names = [
  { zh: "送达", en: "told", y: rows.told.top + 8 },
  { zh: "推送", en: "pushes", y: rows.pushes.top + rows.pushes.height / 2 },
  { zh: "回复", en: "replies", y: rows.replies.top + rows.replies.height / 2 },
  { zh: "严重", en: "critical", y: rows.criticals.top + rows.criticals.height / 2 },
  { zh: "等待", en: "waiting", y: rows.waiting.top + rows.waiting.height / 2 },
  { zh: "日期", en: "day", y: dayLine },
] as const;

/** A Chinese character is as wide as it is high, wherever it is shown: the English goes behind. */
const rowNames = (palette: Palette): readonly Words[] =>
  names.flatMap(({ zh, en, y }) => [
    { text: zh, x: 16, y, size: 13, color: palette.text },
    { text: en, x: 16 + zh.length * 13 + 6, y, size: 12, color: palette.quiet },
  ]);

const footOf = ({ title }: Month, palette: Palette): readonly Words[] => {
  const line = { y: size.height - 18, size: 12, color: palette.quiet } as const;
  return [
    { ...line, text: title, x: 16 },
    { ...line, text: "◆ 10 分钟内 in time    ◇ 迟到 late    ✕ 未达 never", x: 900, align: "right" },
  ];
};

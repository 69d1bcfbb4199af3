/** The two columns of a picture: the naive relay and ours. */
export const sides = ["naive", "ours"] as const;

export type Side = (typeof sides)[number];

/** Where things are in a picture (px). */
export const size = { width: 944, height: 496 } as const;

export const columns = {
  naive: { left: 112, width: 360 },
  ours: { left: 540, width: 360 },
} as const satisfies Record<Side, object>;

/** The same in both columns. */
export const rows = {
  told: { top: 92, height: 184 },
  pushes: { top: 290, height: 26 },
  replies: { top: 318, height: 26 },
  criticals: { top: 346, height: 26 },
  waiting: { top: 384, height: 44 },
} as const;

export type Row = keyof typeof rows;

/** Rows on which single things are marked. */
export type Lane = Exclude<Row, "told" | "waiting">;

export type Cell = { readonly side: Side; readonly row: Row };

const rowNames = Object.keys(rows) as readonly Row[];

export const cells: readonly Cell[] = sides.flatMap((side) => rowNames.map((row) => ({ side, row })));

/** Which of the chart's grids, and of its axes, a cell is. */
export const indexOf = (side: Side, row: Row): number =>
  cells.findIndex((cell) => cell.side === side && cell.row === row);

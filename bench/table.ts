type Row = readonly string[];

/** Aligned plain text under a title: names to the left, figures to the right. */
export function formatTable(title: string, head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: Row): string =>
    widths
      .map((width, at) => (at === 0 ? (row[at] ?? "").padEnd(width) : (row[at] ?? "").padStart(width)))
      .join("   ")
      .trimEnd();
  return [title, ...[head, ...rows].map((row) => `  ${line(row)}`), ""].join("\n");
}

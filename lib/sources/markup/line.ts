/** A line of a text without its markup: `heading` with its depth, or text that is quoted from someone else. */
export type Line = { readonly words: string; readonly heading?: number; readonly quoted?: true };

/** Writes a text's words line by line, whatever brings them. */
export type Writer = {
  readonly write: (words: string) => void;
  /** Ends the line, where there is one. */
  readonly end: () => void;
  /** Begins a cell of a table's row. */
  readonly cell: () => void;
};

const cellRule = " · ";

/** A writer, and what was written. `kindOf` tells what a line is that ends now. */
export function openWriter(kindOf: () => Omit<Line, "words">): Writer & { readonly lines: readonly Line[] } {
  const lines: Line[] = [];
  let cells: readonly string[] = [];
  let words = "";
  return {
    lines,
    write: (more) => {
      words += more;
    },
    cell: () => {
      cells = [...cells, words];
      words = "";
    },
    end: () => {
      const told = [...cells, words].map((cell) => cell.replace(/\s+/g, " ").trim()).filter((cell) => cell !== "");
      if (told.length > 0) lines.push({ words: told.join(cellRule), ...kindOf() });
      cells = [];
      words = "";
    },
  };
}

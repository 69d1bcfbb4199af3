/** Around the number of a piece: two of Unicode's noncharacters, which no text that is sent may have. */
const marks = /[\uFDD0\uFDD1]/g;
const held = /\uFDD0(\d+)\uFDD1/g;

/** Keeps pieces of a text out of a parser's sight: `put` gives what stands for one, `restore` brings all back. */
export type Hold = {
  readonly put: (piece: string) => string;
  readonly restore: (text: string) => string;
};

/** A hold for one text; `clean` is the text without signs that could be taken for a piece. */
export function openHold(text: string): Hold & { readonly clean: string } {
  const pieces: string[] = [];
  return {
    clean: text.replace(marks, ""),
    put: (piece) => `\uFDD0${pieces.push(piece) - 1}\uFDD1`,
    restore: (text) => text.replace(held, (_, at: string) => pieces[Number(at)] ?? ""),
  };
}

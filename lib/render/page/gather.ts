import type { Notice } from "../../model/notice.ts";

/** A notice as it is told, and which of those given (by their place) it tells. */
export type Gathered = { readonly notice: Notice; readonly covers: readonly number[] };

/** Pieces of one whole as one notice, at the first one's place, with the lines of all; every other notice as it is. */
export function gather(notices: readonly Notice[]): readonly Gathered[] {
  const wholes = Map.groupBy<string | number, number>(notices.keys(), (place) => wholeOf(notices[place], place));
  return [...wholes.values()].flatMap((covers) => {
    const [first, ...others] = covers.flatMap((place) => notices[place] ?? []);
    if (!first) return [];
    const lines = [first, ...others].flatMap(({ lines }) => lines);
    return [{ notice: others.length === 0 ? first : { ...first, lines }, covers }];
  });
}

/** Pieces that are told in different words (another title by now) are no whole. */
const wholeOf = (notice: Notice | undefined, place: number): string | number =>
  notice?.pieceOf === undefined ? place : JSON.stringify([notice.pieceOf, notice.title]);

let segmenter: Intl.Segmenter | undefined;

/** Finds what a reader takes for one sign: an emoji with its parts, a letter with its marks. Made on first use, since it is slow to make. */
export const graphemes = (): Intl.Segmenter => (segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" }));

/** Terminal colours, controls, bidi overrides, and all that is not seen but for what emoji and scripts are joined with. */
const hidden =
  /[\p{Cc}--[\s\u0085]]\[[0-9;]*[A-Za-z]|[\p{Cc}--[\s\u0085]]|[\ufff9-\ufffb]|[\p{DI}--[\p{Join_C}\p{VS}\u{e0020}-\u{e007f}]]/gv;
const spaces = /[\s\u0085]{2,}|[^\S ]|\u0085/g;
const piledMarks = /((?:\p{M}\p{Join_C}?){4})[\p{M}\p{Join_C}]+/gu;

/** ASCII needs none of it, but for keycaps. */
const unseenInAscii = /(?<=[\p{ASCII}--[0-9#*]])\p{DI}+/gv;
/** All that is not seen, but for the one joiner between two emoji, which a text may be full of. */
const unseen = /(\P{DI}?)(\p{DI}{2,}|(?<!\p{ExtPict})\p{DI}|\p{VS}|\p{DI}$)/gu;

/** A black flag and the tag characters that say of which region. */
const regionFlag = /^[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}/u;
/** Emoji, and the scripts whose letters are joined or kept apart by signs that are not seen. */
const joins =
  /[\p{ExtPict}\p{EMod}\p{M}[\p{L}--[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]]]/v;
/** Keycaps vary digits; else no ASCII has variants. */
const varies = /[^\p{ASCII}\s]|[0-9#*]/u;

/** What of a run that is not seen its sign needs: a region's tags, or one variation and one joiner. */
function needed(sign: string, run: string): string {
  if (sign === "🏴") {
    const tags = regionFlag.exec(run)?.[0];
    if (tags !== undefined) return tags;
  }
  const variation = varies.test(sign) ? (/\p{VS}/u.exec(run)?.[0] ?? "") : "";
  return variation + (joins.test(sign) ? (/\p{Join_C}/u.exec(run)?.[0] ?? "") : "");
}

/** Most texts: ASCII and Chinese in which there is nothing to be cleaned. */
const needsCleaning = /[^ -~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]| {2}/;

/** Foreign text as one line in which all is seen that is there, and nothing hides or turns what stands around it. */
export const clean = (text: string): string => (needsCleaning.test(text) ? cleaned(text) : text.trim());

const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(hidden, "")
    .replace(unseenInAscii, "")
    .replace(unseen, (_, sign: string, run: string) => sign + needed(sign, run))
    .replace(spaces, " ")
    .replace(piledMarks, "$1")
    .trim();

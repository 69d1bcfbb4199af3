import { minute } from "../../base/time.ts";

/**
 * Letters and digits of a code: none that is easily read or heard as another, and but one vowel, so that hardly a word
 * of a sentence looks like a code.
 */
const alphabet = "23456789ABCDFGHJKMNPQRSTVWXYZ";

const codeLength = 8;

/** A code is typed into QQ by someone who has it before their eyes: ten minutes (ms) are plenty. */
export const codeLifetime = 10 * minute;

/** Codes that one conversation may try in an hour: of some 5·10¹¹ nobody guesses one. */
export const guessesPerHour = 5;

/** A one-time code. `pick` is a random whole number from 0 to below what it is given, of cryptographic quality. */
export const makeCode = (pick: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => alphabet[pick(alphabet.length)] ?? "").join("");

const code = new RegExp(`^[${alphabet}]{${codeLength}}$`);

/** Whether a text, in capitals, has the shape of a code. */
export const isCode = (text: string): boolean => code.test(text);

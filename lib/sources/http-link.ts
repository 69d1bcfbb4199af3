/** Control characters, halves of characters, and signs that turn text around: no address that someone means has them raw. */
const unclean = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** The text when it is an http(s) URL that may be shown as a link; anything else (`javascript:`, a relative path) is none. */
export const httpLink = (text: string | undefined): string | undefined =>
  text !== undefined &&
  text.length <= 2048 &&
  /^https?:\/\/\S+$/i.test(text) &&
  !unclean.test(text) &&
  URL.canParse(text)
    ? text
    : undefined;

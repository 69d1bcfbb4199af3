/** Chinese signs, full-width punctuation too. */
const wide = /[\p{Script=Han}\u3001-\u301F\uFF01-\uFF65“”]/u;

const isWide = (char: string | undefined): boolean => char !== undefined && wide.test(char);

/** Parts of a Chinese sentence in one: Chinese is set off from other writing by a space, and from its own not. */
export const joinChinese = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== "")
    .reduce((said, part) => (isWide([...said].at(-1)) && isWide([...part][0]) ? said + part : `${said} ${part}`));

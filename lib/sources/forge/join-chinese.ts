/** Chinese signs, full-width punctuation too. */
const wide = String.raw`[\p{Script=Han}\u3001-\u301F\uFF01-\uFF65“”]`;
const endsWide = new RegExp(`${wide}$`, "u");
const startsWide = new RegExp(`^${wide}`, "u");

/** Parts of a Chinese sentence in one: Chinese is set off from other writing by a space, and from its own not. */
export const joinChinese = (...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== "")
    .reduce((said, part) => (endsWide.test(said) && startsWide.test(part) ? said + part : `${said} ${part}`));

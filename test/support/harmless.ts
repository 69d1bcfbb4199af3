const mention = /<\p{DI}*(?:[@#]|emoji:|qqbot-)|@\p{DI}*(?:everyone|all|全体成员)/iu;

/** What a reader of the text gets to see if it is unescaped as often as anyone might. */
function unescapedOften(text: string): string {
  const once = text
    .replace(/&(?:lt|#60|#x3c);/gi, "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return once === text ? text : unescapedOften(once);
}

/** Whether a text holds one of QQ's inline forms, however it is unescaped. */
export const hasMention = (text: string): boolean => mention.test(unescapedOften(text));

const invisible = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/u;

/** Something, in whole characters, and nothing in it that is not to be seen. */
export const isClean = (text: string): boolean =>
  text !== "" && text.isWellFormed() && !invisible.test(text.replaceAll("\n", ""));

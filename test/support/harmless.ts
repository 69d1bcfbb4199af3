/** QQ's inline forms and mentions of everyone; `@allthings` is a name. */
const mention = /<(?:[@#]|emoji:|qqbot-)|@(?:everyone|全体成员|all(?![a-z0-9]))/i;

/** What a reader of the text gets to see if it is unescaped as often as anyone might. */
function unescapedOften(text: string): string {
  const once = text
    .replace(/&(?:lt|#60|#x3c);/gi, "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  return once === text ? text : unescapedOften(once);
}

const withoutUnseen = (text: string): string => text.replace(/[\p{DI}\p{Cf}]/gu, "");

/** Whether a text holds one of QQ's inline forms, however it is unescaped and whatever of it is not seen. */
export const hasMention = (text: string): boolean => {
  const often = unescapedOften(text);
  return mention.test(often) || mention.test(withoutUnseen(often));
};

/** What a Markdown reader makes of backslashes. */
export const withoutBackslashes = (markdown: string): string => markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");

const invisible = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]/u;
/** More unseen signs in a row than any emoji or script needs: a region's flag has seven. */
const unseenRun = /\p{DI}{8}/u;

/** Something, in whole characters, and nothing in it that is not to be seen. */
export const isClean = (text: string): boolean =>
  text !== "" && text.isWellFormed() && !invisible.test(text.replaceAll("\n", "")) && !unseenRun.test(text);

declare const plain: unique symbol;

/** Text that QQ takes as a value of a Markdown template: not empty, one line, no signs of Markdown (40034008 to 40034010). */
export type PlainText = string & { readonly [plain]: true };

export type TemplateParam = { readonly key: string; readonly values: readonly [PlainText] };

const signs = /[\\`*_~#<>[\]|]|^[-+]/g;

/** The same sign in full width reads alike and means nothing. */
const widen = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);

/** Any text as a value of a template; nothing at all is a dash. */
export const plainText = (text: string): PlainText =>
  (text
    .replace(/[\s\u0085]+/g, " ")
    .trim()
    .replace(signs, widen) || "—") as PlainText;

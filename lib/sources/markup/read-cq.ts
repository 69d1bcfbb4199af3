/** A piece of a QQ message, as OneBot and Milky have them. */
export type Segment = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };

/** Codes, and characters without pictures' bytes, that are read: what is behind is told as it came. */
const most = { codes: 200, length: 8_000 };

const code = /\[CQ:([\w.-]{1,40})((?:,[^[\]]*)?)\]/g;

const signs = { "&amp;": "&", "&#91;": "[", "&#93;": "]", "&#44;": "," } as const;
const unescape = (text: string, escape: RegExp): string =>
  text.replace(escape, (sign) => signs[sign as keyof typeof signs]);
const inText = /&(?:amp|#91|#93);/g;
const inValue = /&(?:amp|#91|#93|#44);/g;

const readValues = (list: string): Segment["data"] =>
  Object.fromEntries(
    list
      .split(",")
      .slice(1)
      .map((pair) => {
        const end = pair.indexOf("=");
        return end < 0 ? [pair, ""] : [pair.slice(0, end).trim(), unescape(pair.slice(end + 1), inValue)];
      }),
  );

const textOf = (text: string): readonly Segment[] =>
  text === "" ? [] : [{ type: "text", data: { text: unescape(text, inText) } }];

/** The segments of a text with CQ codes (`[CQ:image,file=…]`), whose escapes are undone once. */
export function readCq(text: string): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let bytes = 0;
  let codes = 0;
  for (const { 0: whole, 1: type = "", 2: list = "", index } of text.matchAll(code)) {
    if (index - bytes > most.length || codes === most.codes) break;
    codes += 1;
    segments.push(...textOf(text.slice(at, index)), { type, data: readValues(list) });
    at = index + whole.length;
    if (list.includes("=base64://")) bytes += whole.length;
  }
  return [...segments, ...textOf(text.slice(at))];
}

import { countOf, type Month } from "./month.ts";
import { tellCount } from "./tell-count.ts";

/** Fonts that systems have, for Latin and Chinese; quoted so that they may stand in an attribute. */
const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Takes out what only a page with a mouse has a use for, names the fonts once, and says in words what the picture shows. */
export const tidy = (svg: string, month: Month): string =>
  svg
    .replaceAll(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, "")
    .replaceAll(/font-family:[^;"]*;/g, "")
    .replace(/<style\b[\s\S]*?<\/style>\s*/, "")
    .replace(/^<svg /, `<svg role="img" aria-labelledby="words" font-family="${fontFamily}" `)
    .replace(/^(<svg [^>]*>)/, `$1\n<title id="words">${tellMonth(month)}</title>`)
    .replace(/\s*$/, "\n");

function tellMonth(month: Month): string {
  const came = tellCount(countOf(month));
  const [naive, ours] = [tellCount(month.naive.toldCount), tellCount(month.ours.toldCount)];
  return [
    `${month.title}：收到 ${came} 条通知；直推送达 ${naive} 条，qq-relay 送达 ${ours} 条。`,
    `${came} notices came; the naive relay told ${naive}, qq-relay ${ours}.`,
  ].join(" ");
}

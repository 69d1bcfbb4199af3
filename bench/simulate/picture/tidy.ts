import { countOf, type Month } from "./month.ts";
import { tellCount } from "./style.ts";

/** Takes out what only a page with a mouse has a use for, and says in words what the picture shows. */
export function tidy(svg: string, month: Month): string {
  const { naive, ours } = month;
  const count = tellCount(countOf(month));
  const words = [
    `一个会话的一个月：收到 ${count} 条通知；直推送达 ${tellCount(naive.toldCount)} 条，qq-relay 送达 ${tellCount(ours.toldCount)} 条。`,
    `A month of one conversation: ${count} notices came; a naive relay told ${tellCount(naive.toldCount)}, qq-relay ${tellCount(ours.toldCount)}.`,
  ].join(" ");
  return svg
    .replaceAll(/ (?:class="[^"]*"|pointer-events="[^"]*")/g, "")
    .replace(/<style\b[\s\S]*?<\/style>\s*/, "")
    .replace(/^<svg /, '<svg role="img" aria-labelledby="words" ')
    .replace(/^(<svg [^>]*>)/, `$1\n<title id="words">${words}</title>`)
    .replace(/\s*$/, "\n");
}

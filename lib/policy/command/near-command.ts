import { isOneSlip } from "../../base/one-slip.ts";

/** What people call commands that go by another name here, or that there are not. */
const likely: ReadonlySet<string> = new Set([
  ..."菜单 功能 命令 指令 怎么用 使用说明 额度 配额 剩余 查询 关闭静音 结束静音 打开静音 开启静音 关静音 开静音 勿扰 免打扰".split(
    " ",
  ),
  ..."订阅 退订 关闭通知 停止通知 配对 绑定路由 menu commands usage quota limits quiet silence subscribe unsubscribe stop".split(
    " ",
  ),
]);

/** Longer texts are talk that merely begins or sounds like a command. */
const maxLength = 24;

/**
 * Whether a text, in one line and lower case, seems to be meant as a command though none can be read in it: it names one by
 * another word, begins with one that takes something (`began`), or is one letter away from one of `names`, alone or before
 * what has digits, as times and codes have.
 */
export function isNearCommand(line: string, began: boolean, names: readonly string[]): boolean {
  if (line.length > maxLength) return false;
  const [first = "", rest] = line.split(/ (.*)/);
  const isMistyped =
    /^[a-z]+$/.test(first) && names.some((name) => isOneSlip(first, name)) && (rest === undefined || /\d/.test(rest));
  return began || likely.has(line) || isMistyped;
}

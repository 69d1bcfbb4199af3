import { describe, expect, it } from "vitest";
import { type Level, levels } from "../../../lib/model/level.ts";
import { readLevel } from "../../../lib/sources/levels/read-level.ts";
import { levelOfWord } from "../../../lib/sources/levels/words.ts";

const told = {
  critical:
    "严重 紧急 致命 灾难 特别严重 重大 一级 一级告警 emergency fatal Critical CRIT disaster urgent page P0 p1 P-1 Sev0 SEV-1 sev1 S0 S1 PANIC",
  error: "错误 失败 故障 异常 告警 重要 高危 二级 未恢复 error high major failed Down FIRING P2 S2 sev2",
  warning: "警告 预警 次要 中危 三级 警告级别 warning WARN minor average no_data P3 S3 sev-3",
  info: "提示 信息 通知 低危 一般 四级 info notice low P4 P5 S4 Sev4",
  success: "恢复 已恢复 恢复正常 已解决 已关闭 成功 正常 closed ended cleared resolved ok up",
} as const satisfies Record<Level, string>;

describe("a sender's word for a level", () => {
  it.each(levels.flatMap((level) => told[level].split(" ").map((word) => [word, level] as const)))(
    "%s is %s",
    (word, level) => expect(readLevel(word)).toBe(level),
  );

  it.each([
    ["Critical ", "critical"],
    ["[紧急]", "critical"],
    ["🔴 Critical", "critical"],
    ["【严重】", "critical"],
    ["ＣＲＩＴＩＣＡＬ", "critical"],
    ["P1 - Critical", "critical"],
    ["级别：严重", "critical"],
    ["2/重要", "error"],
    ["Sev 2", "error"],
    ["info | 严重", "critical"],
  ] as const)("%s is %s, however it is dressed", (word, level) => expect(readLevel(word)).toBe(level));

  it.each(["", " ", "non-critical", "team-blue", "1", "not ok at all", "constructor", "高并发", "严".repeat(100)])(
    "%s is none",
    (word) => expect(readLevel(word)).toBeUndefined(),
  );

  it.each([
    [{ "1": "critical" }, "1", "critical"],
    [{ "1": "critical" }, " 1 ", "critical"],
    [{ Hoch: "error" }, "hoch", "error"],
    [{ warning: "info" }, "Warning", "info"],
    [{ constructor: "info" }, "constructor", "info"],
    [{ "1": "critical" }, "2", undefined],
    [{ "1": "critical" }, "toString", undefined],
  ] as const)("by the route's own %j, %s is %s", (scale, word, level) => expect(readLevel(word, scale)).toBe(level));

  it("stands for one level only", () => {
    const words = [...levelOfWord.keys()];
    expect(new Set(words).size).toBe(words.length);
    expect(words).toEqual(words.map((word) => word.toLowerCase().replaceAll(/[\s_-]/g, "")));
  });

  it.each([
    ["严重", "critical"],
    ["错误", "error"],
    ["警告", "warning"],
    ["提示", "info"],
    ["已恢复", "success"],
    ...levels.map((level) => [level, level] as const),
  ] as const)("is read back where the relay itself says %s", (word, level) => expect(readLevel(word)).toBe(level));
});

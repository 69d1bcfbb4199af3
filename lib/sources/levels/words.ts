import type { Level } from "../../model/level.ts";

/**
 * Words that senders use for each level, in lower case and without spaces: English, Chinese, the short ones of on-call
 * tools, and the relay's own. `P`, `S` and `Sev` count from the worst, as PagerDuty, Opsgenie and the Chinese clouds do.
 */
const words = {
  info: `info information informational notice debug trace verbose low min minimal lowest default normal none
    maintenance paused p4 p5 s4 s5 sev4 sev5 提示 信息 通知 提醒 消息 普通 一般 低 较低 低级 低危 调试 维护 维护中 四级`,
  success: `success successful succeeded ok okay up recovered recovery resolved fixed passed pass healthy closed ended
    cleared clear online 成功 通过 正常 恢复 已恢复 恢复正常 恢复通知 解决 已解决 解除 已解除 关闭 已关闭 结束 已结束
    消除 已消除 清除 已清除 完成 已完成 健康 在线 上线`,
  warning: `warning warn minor medium moderate average degraded pending unstable nodata aborted p3 s3 sev3 警告 预警 注意
    次要 轻微 中 中等 中级 中危 一般严重 降级 不稳定 无数据 三级`,
  error: `error err errors major high failure failed fail failing alerting alert alarm firing down problem broken offline
    unhealthy unavailable timeout p2 s2 sev2 错误 出错 失败 故障 异常 告警 报警 触发 重要 主要 高 较高 高级 高危 离线
    掉线 宕机 超时 不可用 不正常 不健康 未恢复 未解决 二级`,
  critical: `critical crit fatal emergency emerg disaster catastrophic urgent max highest page severe panic blocker p0 p1
    s0 s1 sev0 sev1 严重 非常严重 特别严重 紧急 特急 危急 致命 灾难 重大 特大 崩溃 最高 一级`,
} as const satisfies Record<Level, string>;

export const levelOfWord: ReadonlyMap<string, Level> = new Map(
  (Object.keys(words) as Level[]).flatMap((level) => words[level].split(/\s+/).map((word) => [word, level] as const)),
);

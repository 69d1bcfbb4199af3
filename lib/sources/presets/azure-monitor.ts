import { definePreset } from "./define-preset.ts";

const essentials = "data.essentials";
const condition = "data.alertContext.condition.allOf[0]";

/** Azure Monitor's common alert schema (learn.microsoft.com, "Common alert schema for Azure Monitor alerts"). */
export const format = definePreset({
  name: "azure-monitor",
  label: "Azure Monitor",
  event: `{${essentials}.monitorCondition}`,
  at: `${essentials}.resolvedDateTime|${essentials}.firedDateTime`,
  markup: "plain",
  key: `{${essentials}.alertId|${essentials}.originAlertId}`,
  link: [
    `{${essentials}.investigationLink}`,
    `https://portal.azure.com/#blade/Microsoft_Azure_Monitoring/AlertDetailsTemplateBlade/alertId/{${essentials}.alertId:url}`,
  ],
  parts: { where: [`{${essentials}.configurationItems.*}`, `{${essentials}.alertTargetIDs[0]:tail}`] },
  events: {
    Fired: {
      is: "state",
      level: [`{${essentials}.severity}`],
      zh: `{${essentials}.alertRule} 触发告警[：{$where}]`,
      en: `{${essentials}.alertRule} fired[: {$where}]`,
      lines: [
        {
          zh: `{${condition}.metricName|${condition}.searchQuery:brief}：{${condition}.metricValue}[（{${condition}.operator:sign|${condition}.operator} {${condition}.threshold}）]`,
          en: `{${condition}.metricName|${condition}.searchQuery:brief}: {${condition}.metricValue}[ ({${condition}.operator:sign|${condition}.operator} {${condition}.threshold})]`,
        },
      ],
      text: `${essentials}.description`,
    },
    Resolved: {
      is: "end",
      zh: `{${essentials}.alertRule} 已恢复[：{$where}]`,
      en: `{${essentials}.alertRule} is resolved[: {$where}]`,
      facts: [{ zh: `历时 {${essentials}.firedDateTime:span}`, en: `after {${essentials}.firedDateTime:span}` }],
    },
  },
  words: { sign: { GreaterThan: ">", GreaterThanOrEqual: "≥", LessThan: "<", LessThanOrEqual: "≤", Equals: "=" } },
  levels: { Sev0: "critical", Sev1: "error", Sev2: "warning", Sev3: "info", Sev4: "info" },
});

import type { Diagnosis, Finding } from "./finding.ts";

const marks = { fault: "✗", warning: "!" } as const satisfies Record<Finding["severity"], string>;

/** Findings as people read them: what is wrong and its fix, first in Chinese, then in English. */
export const showFindings = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ check, severity, message, fix }) => [
    `${marks[severity]} ${check}`,
    `  ${message.zh}`,
    `  → ${fix.zh}`,
    `  ${message.en}`,
    `  → ${fix.en}`,
  ]);

/** The whole of it, ending with how many there are. */
export function showDiagnosis({ findings, skipped }: Diagnosis): string {
  const faults = findings.filter(({ severity }) => severity === "fault").length;
  const warnings = findings.length - faults;
  return [
    ...showFindings(findings),
    ...skipped.flatMap(({ check, reason }) => [
      `- ${check}`,
      `  没有检查：${reason.zh}`,
      `  Not checked: ${reason.en}`,
    ]),
    findings.length === 0
      ? "没有发现问题 · nothing is wrong"
      : `${faults} 个问题，${warnings} 个提醒 · faults: ${faults}, warnings: ${warnings}`,
    "",
  ].join("\n");
}

/** A figure beside the most that it should be: `["6.2", "≤ 6", "over"]`. */
export const besideGoal = (value: number, most: number, digits: number): readonly string[] => [
  value.toFixed(digits),
  `≤ ${most}`,
  value <= most ? "ok" : "over",
];

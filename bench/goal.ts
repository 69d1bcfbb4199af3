/** A figure beside the most that it should be: `["6.20", "≤ 6", "over"]`; a figure without a goal stands alone. */
export const besideGoal = (value: number, max: number | undefined, digits: number): readonly string[] => [
  value.toFixed(digits),
  ...(max === undefined ? ["", ""] : [`≤ ${max}`, value <= max ? "ok" : "over"]),
];

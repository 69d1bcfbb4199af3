/** A figure beside the most that it should be: `["6.20", "≤ 6", "over"]`; a figure without a goal stands alone. */
export const besideGoal = (value: number, most: number | undefined, digits: number): readonly string[] => [
  value.toFixed(digits),
  ...(most === undefined ? ["", ""] : [`≤ ${most}`, value <= most ? "ok" : "over"]),
];

/** Fonts that systems have, for Latin and Chinese; quoted so that they may stand in an attribute. */
export const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

export const tellCount = (count: number): string => count.toLocaleString("en-US");

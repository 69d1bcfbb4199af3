/** A count as people read it: `1,293`. */
export const tellCount = (count: number): string => count.toLocaleString("en-US");

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A span in the unit that suits it: `0 s`, `42 min`, `6.0 h`; a dash where there is none. */
export function tellSpan(ms: number | null): string {
  if (ms === null) return "–";
  if (ms < 100 * second) return `${Math.round(ms / second)} s`;
  return ms < 100 * minute ? `${Math.round(ms / minute)} min` : `${(ms / hour).toFixed(1)} h`;
}

export const tellShare = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const tellRatio = (ratio: number | null): string => (ratio === null ? "–" : ratio.toFixed(2));

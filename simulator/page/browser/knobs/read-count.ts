/** A count as it is written: empty leaves the preset's, a star is none. */
export function readCount(text: string): number | null | undefined {
  const written = text.trim();
  if (written === "*") return null;
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
}

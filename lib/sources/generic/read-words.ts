/** A value as words: text, a number, a truth, or a list of these as lines; undefined for what says nothing. */
export function readWords(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const lines = value.map((item) => readWord(item));
    return lines.length > 0 && lines.every((line) => line !== undefined) ? lines.join("\n") : undefined;
  }
  return readWord(value);
}

function readWord(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

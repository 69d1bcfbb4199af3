import { readDuration } from "../../lib/model/duration.ts";
import { failure } from "./failure.ts";

/** A time from which on: `2d` ago, or a date. ISO 8601. Throws a sentence for what is neither. */
export function readSince(text: string, now: number): string {
  const ago = readDuration(text);
  const date = /^\d{4}-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  const at = ago === undefined ? date : now - ago;
  if (Number.isFinite(at)) return new Date(at).toISOString();
  throw failure("usage", {
    zh: `--since “${text}”要写成 30m、2h、2d，或 2026-11-21、2026-11-21T08:00`,
    en: `--since "${text}" has to be 30m, 2h, 2d, or 2026-11-21, 2026-11-21T08:00`,
  });
}

import { isSeen } from "./fields.ts";

/** In characters: of a longer text the rest is not looked at. */
const most = 20_000;

/** Colours of a terminal, as logs have them. */
const colors = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]{0,20}[A-Za-z]`, "g");

/** The first lines of a text, without empty ones; `last` for the last, as of a log. */
export function someLines(text: string | undefined, count: number, which: "first" | "last" = "first"): string[] {
  const all = (text ?? "")
    .slice(...(which === "first" ? [0, most] : [-most]))
    .replace(colors, "")
    .split(/[\r\n]+/);
  const lines = all.filter(isSeen);
  const kept = which === "first" ? lines.slice(0, count) : lines.slice(-count);
  if (kept.length === lines.length) return kept;
  return which === "first" ? [...kept, "…"] : ["…", ...kept];
}

import type { ReadText, Told } from "../markup/told.ts";
import { textOf } from "./text-of.ts";

/** A field of a card: its name before its value on one line, or above the lines of a longer one. */
export function readField(name: unknown, value: unknown, read: ReadText): Told {
  const { lines: names, ...finds } = read(textOf(name) ?? "");
  const { lines: values, ...more } = read(textOf(value) ?? "");
  const label = names
    .join(" ")
    .trim()
    .replace(/\s*[:：]$/, "");
  const lines = values.map((line) => line.trim()).filter((line) => line !== "");
  const isNamed = /[^\s\p{Cf}]/u.test(label);
  const told =
    isNamed && lines.length === 1 ? [`${label}: ${lines.join("")}`] : [...(isNamed ? [label] : []), ...lines];
  return { ...more, ...finds, lines: told };
}

import { nameToEmoji } from "gemoji";
import { expect, it } from "vitest";
import { emojiNames } from "../../../lib/sources/markup/emoji-names.ts";
import { withEmoji } from "../../../lib/sources/markup/emoji.ts";

const width = 220;

/** The file as it should be: emoji, each with its names, in lines of some width. */
function fileOf(names: Readonly<Record<string, string>>): string {
  const groups = Map.groupBy(Object.entries(names), ([, emoji]) => emoji);
  const entries = [...groups].map(([emoji, named]) => `${emoji} ${named.map(([name]) => name).join(" ")}`);
  const lines: string[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + entry.length < width) lines[lines.length - 1] = `${last},${entry}`;
    else lines.push(entry);
  }
  return [
    "/**",
    " * GitHub's emoji, each with its names, as of the package gemoji: one text, since an object of two thousand members takes some",
    " * milliseconds to load. Made anew by `npx vitest run test/sources/markup/emoji.test.ts --update=all`.",
    " */",
    "export const emojiNames = `",
    ...lines,
    "`;",
    "",
  ].join("\n");
}

it("the names are those of the package", async () => {
  await expect(fileOf(nameToEmoji)).toMatchFileSnapshot("../../../lib/sources/markup/emoji-names.ts");
  expect(emojiNames).not.toContain("\\");
});

it("every name is told as its emoji", () => {
  for (const [name, emoji] of Object.entries(nameToEmoji)) expect(withEmoji(`a :${name}: b`)).toBe(`a ${emoji} b`);
});

it.each(["12:30:45", ":nosuch:", ":constructor:", ":__proto__:", "a:bc:d", "::", "2001:db8::1"])(
  "%s is none",
  (text) => {
    expect(withEmoji(text)).toBe(text);
  },
);

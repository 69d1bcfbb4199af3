import { nameToEmoji } from "gemoji";
import { expect, it } from "vitest";
import { emojiNames } from "../../../lib/sources/markup/emoji-names.ts";
import { withEmoji } from "../../../lib/sources/markup/emoji.ts";

const width = 300;

/** The file as it should be: a JSON object in lines of some width. */
function fileOf(names: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  for (const [name, emoji] of Object.entries(names)) {
    const entry = `${JSON.stringify(name)}:${JSON.stringify(emoji)}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + entry.length < width) lines[lines.length - 1] = `${last},${entry}`;
    else lines.push(entry);
  }
  return [
    "/**",
    " * Emoji by GitHub's names of them, as of the package gemoji, in JSON: an object of two thousand members written as code takes",
    " * three times as long to load. Made anew by `npx vitest run test/sources/markup/emoji.test.ts --update=all`.",
    " */",
    "export const emojiNames = `{",
    lines.join(",\n"),
    "}`;",
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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../../lib/model/language.ts";
import { codes } from "../../../lib/qq/codes.ts";
import { codeRanges } from "../../../lib/qq/codes/other-calls.ts";
import { root } from "../../structure/project-files.ts";
import { partsOf, slugsOf } from "../markdown.ts";
import { kinds, lasting, ofCode, repairs } from "./advice.ts";
import { codeWords, rangeWords } from "./code-words.ts";
import { codeTables, fillPage, pages, rows } from "./page.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("docs/troubleshooting", () => {
  it.each(languages)("is as the code has it now (npm run docs:codes writes it): %s", (language) =>
    expect(fillPage(read(pages[language]), language)).toBe(read(pages[language])),
  );

  it.each(languages)("has a line for every code and range that the relay knows, and each once: %s", (language) => {
    const names = [...Object.keys(codes), ...codeRanges.map(({ from, to }) => `${from}–${to}`)];
    const told = [...read(pages[language]).matchAll(/^\| `([\d–]+)` \| (.*?) \| (.*?) \| (.*?) \|$/gm)];
    expect(told.map(([, name = ""]) => name).toSorted()).toEqual(names.toSorted());
    expect(told.filter((cells) => cells.slice(2).some((cell) => cell.trim() === ""))).toEqual([]);
  });

  it("has words for every code, none for what is no code, and in the right language", () => {
    expect(rows.filter(({ words }) => words === undefined)).toEqual([]);
    expect(Object.keys(codeWords).filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
    expect(Object.keys(ofCode).filter((code) => !Object.hasOwn(codes, code))).toEqual([]);
    expect(Object.keys(rangeWords)).toEqual(
      codeRanges.map(({ from }) => String(from)).toSorted((a, b) => Number(a) - Number(b)),
    );
    const all = [
      ...[codeWords, rangeWords, repairs, lasting, ofCode].flatMap((each) => Object.values(each)),
      ...Object.values(kinds).map(({ title }) => title),
    ];
    for (const { zh, en } of all)
      expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.not.stringMatching(/[，。；]/)]);
  });

  it("says what differs: a wait as the relay has it, what is asked for once, what is changed", () => {
    const english = codeTables("en").split("\n");
    const line = (code: string) => english.find((each) => each.startsWith(`| \`${code}\``));
    expect(line("11298")).toContain("every 5 min");
    expect(line("11242")).toContain("only one time, as QQ asks");
    expect(line("11303")).not.toContain("only one time");
    expect(line("40054010")).toContain("links shown by a stricter");
    expect(line("22006")).toContain("filled otherwise, else as text");
  });

  it("leads to sections that are there", () => {
    for (const language of languages) {
      const links = partsOf(read(pages[language])).flatMap((part) =>
        part.kind === "link" && /^[\w.-]+\.md#/.test(part.target) ? [part.target.split("#")] : [],
      );
      expect(links.length).toBeGreaterThan(2);
      for (const [file = "", anchor] of links)
        expect([file, slugsOf(partsOf(read(`docs/${file}`)))]).toEqual([file, expect.arrayContaining([anchor])]);
    }
  });
});

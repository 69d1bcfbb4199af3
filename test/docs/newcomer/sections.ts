import { type Part, partsOf } from "../markdown.ts";

type Code = Extract<Part, { readonly kind: "code" }>;

/** A document by its sections: `of` gives the code blocks of the nth section below the title, in their order. */
export type Sections = { readonly of: (at: number) => readonly Code[]; readonly titles: readonly string[] };

/** Sections of the second level; both languages have the same, so that a place holds for either. */
export function sectionsOf(text: string): Sections {
  const sections: { title: string; codes: Code[] }[] = [];
  for (const part of partsOf(text)) {
    if (part.kind === "heading" && part.level === 2) sections.push({ title: part.title, codes: [] });
    if (part.kind === "code") sections.at(-1)?.codes.push(part);
  }
  return { of: (at) => sections[at]?.codes ?? [], titles: sections.map(({ title }) => title) };
}

/** The block of a language in a section; the nth of several. Throws where the document has no such block any more. */
export function blockOf(codes: readonly Code[], language: string, at = 0): string {
  const found = codes.filter((code) => code.language === language)[at];
  if (!found) throw new Error(`the section has no block ${at} of ${language}`);
  return found.text;
}

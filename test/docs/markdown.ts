import MarkdownIt, { type Token } from "markdown-it";

/** What a document is made of, in its order. `line` counts from 1. */
export type Part =
  | { readonly kind: "heading"; readonly line: number; readonly level: number; readonly title: string }
  | { readonly kind: "code"; readonly line: number; readonly language: string; readonly text: string }
  | { readonly kind: "table"; readonly line: number; readonly rows: number; readonly columns: number }
  | { readonly kind: "item"; readonly line: number }
  | { readonly kind: "link"; readonly line: number; readonly target: string }
  | { readonly kind: "inline"; readonly line: number; readonly text: string };

const parser = new MarkdownIt({ html: true });

/** The parts of a Markdown text; what stands in HTML is none. */
export function partsOf(text: string): readonly Part[] {
  const tokens = parser.parse(text, {});
  let line = 1;
  return tokens.flatMap((token, at): readonly Part[] => {
    line = token.map ? token.map[0] + 1 : line;
    return partOf(token, line, tokens.slice(at));
  });
}

function partOf(token: Token, line: number, rest: readonly Token[]): readonly Part[] {
  switch (token.type) {
    case "heading_open":
      return [{ kind: "heading", line, level: Number(token.tag.slice(1)), title: titleOf(rest[1]) }];
    case "fence":
      return [{ kind: "code", line, language: token.info.trim(), text: token.content }];
    case "table_open":
      return [{ kind: "table", line, ...sizeOf(rest) }];
    case "list_item_open":
      return [{ kind: "item", line }];
    case "inline":
      return (token.children ?? []).flatMap((child) => inlinePart(child, line));
    default:
      return [];
  }
}

function inlinePart(token: Token, line: number): readonly Part[] {
  if (token.type === "link_open") return [{ kind: "link", line, target: decodeURI(String(token.attrGet("href"))) }];
  if (token.type === "code_inline") return [{ kind: "inline", line, text: token.content }];
  return [];
}

const titleOf = (token: Token | undefined): string =>
  (token?.children ?? [])
    .filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content)
    .join("");

function sizeOf(rest: readonly Token[]): { readonly rows: number; readonly columns: number } {
  const table = rest.slice(
    0,
    rest.findIndex(({ type }) => type === "table_close"),
  );
  const count = (type: string): number => table.filter((token) => token.type === type).length;
  return { rows: count("tr_open") - 1, columns: count("th_open") };
}

/** The anchors of a document's headings, as GitHub makes them. */
export function slugsOf(parts: readonly Part[]): readonly string[] {
  const seen = new Map<string, number>();
  return parts.flatMap((part) => {
    if (part.kind !== "heading") return [];
    const slug = part.title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return [times === 0 ? slug : `${slug}-${times}`];
  });
}

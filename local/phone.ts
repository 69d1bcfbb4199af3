import { width } from "./width.ts";

type Json = Readonly<Record<string, unknown>>;

/** A message as a phone would show it, from the body that went to QQ: framed on the left, one line a line. */
export function showOnPhone(body: Json): string {
  const lines = readLines(body).flatMap((text) => text.split("\n"));
  const rule = "─".repeat(Math.min(60, Math.max(20, ...lines.map(width))));
  return [`╭${rule}`, ...lines.map((line) => `│ ${line}`.trimEnd()), `╰${rule}`].join("\n");
}

/** v2 scenes tell the form by `msg_type`, guild scenes by the field present; only guild content is escaped. */
function readLines(body: Json): readonly string[] {
  const markdown = body["markdown"] as { readonly content?: string } | undefined;
  const ark = body["ark"] as { readonly kv?: readonly Json[] } | undefined;
  if (markdown?.content !== undefined) return [showMarkdown(markdown.content)];
  if (ark?.kv !== undefined) return ark.kv.flatMap(readPair);
  const content = String(body["content"] ?? "");
  return [body["msg_type"] === undefined ? unescape(content) : content];
}

function readPair(pair: Json): readonly string[] {
  const rows = pair["obj"] as readonly { readonly obj_kv: readonly Json[] }[] | undefined;
  if (rows === undefined) return [String(pair["value"] ?? "")];
  return rows.map((row) => `· ${row.obj_kv.map((each) => String(each["value"] ?? "")).join("  ")}`);
}

/** Links by their words, no marks of emphasis, and what was escaped as itself. */
const showMarkdown = (text: string): string =>
  text
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1 ↗")
    .replaceAll(/(?<!\\)\*\*/g, "")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

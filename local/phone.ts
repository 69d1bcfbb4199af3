import type { ArkPair } from "../lib/model/message.ts";
import type { WireBody } from "../lib/qq/wire.ts";
import { width } from "./width.ts";

/** The fields of a body that a person gets to see. */
type Seen = {
  readonly msg_type?: number;
  readonly content?: string;
  readonly markdown?: { readonly content: string };
  readonly ark?: { readonly kv: readonly ArkPair[] };
};

/** A message as a phone would show it, from the body that goes to QQ: framed on the left, one line a line. */
export function showOnPhone(body: WireBody): string {
  const lines = readLines(body).flatMap((text) => text.split("\n"));
  const rule = "─".repeat(Math.min(60, Math.max(20, ...lines.map(width))));
  return [`╭${rule}`, ...lines.map((line) => `│ ${line}`.trimEnd()), `╰${rule}`].join("\n");
}

/** v2 scenes tell the form by `msg_type`, guild scenes by the field present; only guild content is escaped. */
function readLines({ msg_type: type, content = "", markdown, ark }: Seen): readonly string[] {
  if (markdown !== undefined) return [showMarkdown(markdown.content)];
  if (ark !== undefined) return ark.kv.flatMap(readPair);
  return [type === undefined ? unescape(content) : content];
}

function readPair(pair: ArkPair): readonly string[] {
  if ("value" in pair) return [pair.value];
  return pair.obj.map(({ obj_kv: row }) => `· ${row.map(({ value }) => value).join("  ")}`);
}

/** Links by their words, no marks of emphasis, and what was escaped as itself. */
const showMarkdown = (text: string): string =>
  text
    .replaceAll(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1 ↗")
    .replaceAll(/(?<!\\)\*\*/g, "")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

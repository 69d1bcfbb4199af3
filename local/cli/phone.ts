import type { ArkPair } from "../../lib/model/message.ts";
import type { WireBody } from "../../lib/qq/wire.ts";
import { width } from "./width.ts";

/** The fields of a body that a person gets to see. */
type Seen = {
  readonly msg_type?: number;
  readonly content?: string;
  readonly markdown?: {
    readonly content?: string;
    readonly params?: readonly { readonly key: string; readonly values: readonly string[] }[];
  };
  readonly keyboard?: {
    readonly id?: string;
    readonly content?: { readonly rows: readonly { readonly buttons: readonly Pressed[] }[] };
  };
  readonly ark?: { readonly kv: readonly ArkPair[] };
  readonly embed?: { readonly title: string; readonly fields: readonly { readonly name: string }[] };
  readonly media?: object;
  readonly image?: string;
};

type Pressed = { readonly render_data: { readonly label: string } };

/** A message as a phone would show it, from the body that goes to QQ: framed on the left, one line a line. */
export function showOnPhone(body: WireBody): string {
  const lines = readLines(body).flatMap((text) => text.split("\n"));
  const rule = "─".repeat(Math.min(60, Math.max(20, ...lines.map(width))));
  return [`╭${rule}`, ...lines.map((line) => `│ ${line}`.trimEnd()), `╰${rule}`].join("\n");
}

/** v2 scenes tell the form by `msg_type`, guild scenes by the field present; only guild content is escaped. */
function readLines(seen: Seen): readonly string[] {
  const { msg_type: type, content = "", markdown, ark, embed, media, image } = seen;
  if (markdown !== undefined) return [...readMarkdown(markdown), ...readButtons(seen)];
  if (ark !== undefined) return ark.kv.flatMap(readPair);
  if (embed !== undefined) return [embed.title, ...embed.fields.map(({ name }) => name)];
  const text = showMentions(type === undefined ? unescape(content) : content);
  return media !== undefined || image !== undefined ? ["[🖼]", text] : [text];
}

/** Of a template only its values are known here: QQ has the words around them. */
const readMarkdown = ({ content, params = [] }: NonNullable<Seen["markdown"]>): readonly string[] =>
  content === undefined
    ? params.map(({ key, values }) => `${key}: ${values.join(" ")}`)
    : [showMentions(showMarkdown(content))];

function readButtons({ keyboard }: Seen): readonly string[] {
  if (keyboard === undefined) return [];
  const rows = keyboard.content?.rows ?? [];
  const labels = rows.map(({ buttons }) => buttons.map(({ render_data }) => `[ ${render_data.label} ]`).join(" "));
  return ["", ...(keyboard.id === undefined ? labels : [`[ ${keyboard.id} ]`])];
}

const showMentions = (text: string): string => text.replaceAll(/<qqbot-at-user id="([\w-]+)" \/>/g, "@$1");

function readPair(pair: ArkPair): readonly string[] {
  if ("value" in pair) return [pair.value];
  return pair.obj.map(({ obj_kv: row }) => `· ${row.map(({ value }) => value).join("  ")}`);
}

/** Links by their words, no marks of emphasis, and what was escaped as itself. */
const showMarkdown = (text: string): string =>
  text
    .replaceAll(/(?<!\\)!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1 ↗")
    .replaceAll(/(?<!\\)\*\*/g, "")
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");

const unescape = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

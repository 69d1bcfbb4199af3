/** A piece of a text as QQ shows it. */
export type Piece =
  | { readonly kind: "text" | "link"; readonly text: string }
  | { readonly kind: "user" | "channel" | "emoji"; readonly id: string }
  | { readonly kind: "everyone" }
  | { readonly kind: "command"; readonly text: string; readonly shown: string; readonly enter: boolean };

/** What stands for more than itself in a text (QQ's page on inline forms), each with a group of its own. */
const pattern = new RegExp(
  [
    /<qqbot-at-user\s+id="(?<user>[^"<>]{1,128})"\s*\/>/,
    /<@!?(?<member>[^\s<>]{1,128})>/,
    /(?<everyone><qqbot-at-everyone\s*\/>|@everyone)/,
    /<#(?<channel>\d{1,32})>/,
    /<emoji:(?<emoji>\d{1,12})>/,
    /<qqbot-cmd-input\s(?<input>[^<>]{1,1200})\/>/,
    /<qqbot-cmd-enter\s(?<enter>[^<>]{1,1200})\/>/,
    /(?<link>https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

const readers: Readonly<Record<string, (text: string) => Piece>> = {
  user: (id) => ({ kind: "user", id }),
  member: (id) => ({ kind: "user", id }),
  everyone: () => ({ kind: "everyone" }),
  channel: (id) => ({ kind: "channel", id }),
  emoji: (id) => ({ kind: "emoji", id }),
  input: (attributes) => readCommand(attributes, false),
  enter: (attributes) => readCommand(attributes, true),
  link: (text) => ({ kind: "link", text: withoutEnd(text) }),
};

/** Signs that end a sentence, and none of an address. */
const withoutEnd = (address: string): string => address.replace(/[.,;:!?'*)\]]+$/, "");

function readCommand(attributes: string, enter: boolean): Piece {
  const attribute = (name: string): string | undefined =>
    new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  const text = decoded(attribute("text") ?? "");
  return { kind: "command", text, shown: decoded(attribute("show") ?? text), enter };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A text in pieces, in order; nothing of it is lost but what a piece stands for. */
export function readPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, index, groups = {} } of text.matchAll(pattern)) {
    const [name = "", inner = ""] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    const piece = readers[name]?.(inner) ?? { kind: "text", text: whole };
    pieces.push({ kind: "text", text: text.slice(end, index) }, piece);
    end = index + (piece.kind === "link" ? piece.text.length : whole.length);
  }
  pieces.push({ kind: "text", text: text.slice(end) });
  return pieces.filter((piece) => piece.kind !== "text" || piece.text !== "");
}

import type { Inbound } from "../../model/inbound.ts";

/** What only one of the two robots has that say `msgtype`: its path, or kinds of message. */
const own = {
  dingtalk: { path: /\/robot\/send\/?$/, kinds: ["actionCard", "feedCard", "link", "at"] },
  wecom: { path: /\/cgi-bin\/webhook\//, kinds: ["markdown_v2", "news", "file", "voice", "template_card", "image"] },
} as const;

const isOf = (name: keyof typeof own, { path }: Pick<Inbound, "path">, keys: ReadonlySet<string>): boolean =>
  own[name].path.test(path) || own[name].kinds.some((kind) => keys.has(kind));

/** Whether a request is of this robot. A plain text is of both, and they answer it alike. */
export function hasRobotShape(name: keyof typeof own, inbound: Inbound, keys: ReadonlySet<string>): boolean {
  const other = name === "dingtalk" ? "wecom" : "dingtalk";
  if (own[name].path.test(inbound.path)) return true;
  return keys.has("msgtype") && (isOf(name, inbound, keys) || !isOf(other, inbound, keys));
}

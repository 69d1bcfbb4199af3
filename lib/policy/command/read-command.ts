import type { Command } from "../../model/command.ts";
import { isRouteId } from "../../model/route-id.ts";
import { isCode } from "./pairing.ts";
import { readSpan } from "./read-span.ts";
import { day, hour } from "../../base/time.ts";

/** What each command is called; none is the beginning of another. */
const names = {
  help: ["help", "帮助", "?"],
  status: ["status", "状态"],
  digest: ["digest", "摘要"],
  more: ["more", "更多", "下一页"],
  mute: ["mute", "静音"],
  unmute: ["unmute", "取消静音", "解除静音"],
  bind: ["bind", "绑定"],
  unbind: ["unbind", "解绑", "取消绑定", "解除绑定"],
} as const satisfies Record<Command["kind"], readonly string[]>;

const calls = Object.entries(names).flatMap(([kind, all]) =>
  all.map((name) => ({ name: name as string, kind: kind as Command["kind"] })),
);

/** Longer texts are no commands, and are not looked at. */
const maxLength = 100;

/**
 * The command in what a person said to the bot, in Chinese or English, in any case and width. After a slash whatever
 * begins with a command is one, and one that cannot be read asks for help; without, the whole text has to be one, so
 * that nobody is taken at a word that merely begins a sentence.
 */
export function readCommand(text: string): Command | undefined {
  if (text.length > maxLength) return undefined;
  const line = tidy(text);
  const isMarked = line.startsWith("/");
  const said = line.replace(/^\/ ?/, "");
  const call = calls.find(({ name }) => isCalled(name, said));
  if (!call) return undefined;
  const rest = said.slice(call.name.length).trim();
  return readCall(call.kind, rest, isMarked) ?? (isMarked ? { kind: "help" } : undefined);
}

/** One line in plain width, without what is not seen and without the punctuation that ends it. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\p{DI}/gu, "")
    .normalize("NFKC")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/(?<=[^/ ])[。.!?,~ ]+$/, "");

/** A Chinese name may be followed by anything (`静音2小时`); an English one has to end as a word ends. */
const isCalled = (name: string, said: string): boolean =>
  said.slice(0, name.length).toLowerCase() === name && !(/\w$/.test(name) && /^[\w'-]/.test(said.slice(name.length)));

function readCall(kind: Command["kind"], rest: string, isMarked: boolean): Command | undefined {
  switch (kind) {
    case "mute":
      return readMute(rest);
    case "unmute":
      return readUnmute(rest);
    case "bind":
      return readBind(rest, isMarked);
    default:
      return rest === "" || isMarked ? { kind } : undefined;
  }
}

/** Nobody mutes for longer without having forgotten it (ms). */
const maxMute = 30 * day;

/** `2h`, `2h ci`, `ci 2h`, `ci`, or nothing: an hour for all. */
function readMute(rest: string): Command | undefined {
  const [first = "", second] = rest.split(/ (.*)/);
  const turned = second === undefined ? rest : `${second} ${first}`;
  const span = readSpan(rest) ?? readSpan(turned) ?? { ms: hour, rest };
  const route = readRoute(span.rest);
  if (route === "unreadable" || span.ms === 0) return undefined;
  return { kind: "mute", ms: Math.min(span.ms, maxMute), ...route };
}

function readUnmute(rest: string): Command | undefined {
  const route = readRoute(rest);
  return route === "unreadable" ? undefined : { kind: "unmute", ...route };
}

function readRoute(text: string): { readonly route?: string } | "unreadable" {
  if (/^(?:|all|全部|所有)$/i.test(text)) return {};
  return isRouteId(text) ? { route: text } : "unreadable";
}

/** A code may be written in groups or quotes. After a slash one word of any shape is a try, and told that it fails. */
function readBind(rest: string, isMarked: boolean): Command | undefined {
  const code = rest.replaceAll(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  return isCode(code) || (isMarked && code !== "" && !rest.includes(" ")) ? { kind: "bind", code } : undefined;
}

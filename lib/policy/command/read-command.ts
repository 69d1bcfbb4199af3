import type { Command } from "../../model/command.ts";
import { isRouteId } from "../../model/route-id.ts";
import { isNearCommand } from "./near-command.ts";
import { isCode } from "./pairing.ts";
import { readMuteTime } from "./read-mute-time.ts";

/** Commands by their kinds; `unclear` is what none of them is. */
type Named = Exclude<Command["kind"], "unclear">;

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
} as const satisfies Record<Named, readonly string[]>;

const calls = Object.entries(names).flatMap(([kind, all]) =>
  all.map((name) => ({ name: name as string, kind: kind as Named })),
);

const english = calls.map(({ name }) => name).filter((name) => /^[a-z]+$/.test(name));

/** Commands that a sentence hardly begins with by chance: whoever begins one and is not understood is told so. */
const meant: ReadonlySet<Named> = new Set(["mute", "unmute", "bind", "unbind"]);

/** Longer texts are no commands, and are not looked at. */
const maxLength = 100;

/**
 * The command in what a person said to the bot, in Chinese or English, in any case and width. After a slash whatever
 * begins with a command is one, and one that cannot be read asks for help; without, the whole text has to be one, so
 * that nobody is taken at a word that merely begins a sentence. What seems to be meant as a command is `unclear`.
 */
export function readCommand(text: string): Command | undefined {
  if (text.length > maxLength) return undefined;
  const line = tidy(text);
  const isMarked = line.startsWith("/");
  const said = line.replace(/^\/ ?/, "");
  const call = calls.find(({ name }) => isCalled(name, said));
  const command = call && readCall(call.kind, said.slice(call.name.length).trim(), isMarked);
  if (command) return command;
  if (call && isMarked) return { kind: "help" };
  const began = call !== undefined && meant.has(call.kind);
  return isNearCommand(said.toLowerCase(), began, english) ? { kind: "unclear" } : undefined;
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

function readCall(kind: Named, rest: string, isMarked: boolean): Command | undefined {
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

const all = /^(?:all|全部|所有)$/i;

/** `2h`, `2h ci`, `ci 2h`, `ci`, `all`, or nothing: an hour for all but what is critical. */
function readMute(rest: string): Command | undefined {
  const read = readMuteTime(rest);
  const isAll = all.test(read?.rest ?? "");
  const route = isAll ? {} : read && readRoute(read.rest);
  if (!read || !route || route === "unreadable") return undefined;
  const { time, capped } = read;
  return { kind: "mute", time, ...route, ...(isAll && { all: true }), ...(capped && { capped }) };
}

/** Of a mute of all no less is left when it ends: `取消静音全部` is `取消静音`. */
function readUnmute(rest: string): Command | undefined {
  const route = all.test(rest) ? {} : readRoute(rest);
  return route === "unreadable" ? undefined : { kind: "unmute", ...route };
}

function readRoute(text: string): { readonly route?: string } | "unreadable" {
  if (text === "") return {};
  return isRouteId(text) ? { route: text } : "unreadable";
}

/** A code may be written in groups or quotes. After a slash one word of any shape is a try, and told that it fails. */
function readBind(rest: string, isMarked: boolean): Command | undefined {
  const code = rest.replaceAll(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  return isCode(code) || (isMarked && code !== "" && !rest.includes(" ")) ? { kind: "bind", code } : undefined;
}

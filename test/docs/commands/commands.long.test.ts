import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allCommands, isEarly, runCommands } from "./all-commands.ts";
import { type Arena, has, openArena } from "./arena.ts";
import { elsewhereOf } from "./elsewhere.ts";
import type { Command } from "./find-commands.ts";
import { hereOf } from "./here.ts";
import { checks } from "./instead.ts";

let arena: Arena;
beforeAll(async () => {
  arena = await openArena();
});
afterAll(() => arena.close());

/** What unpairs or forgets comes after the others; what needs the relay to stand still, last of all. */
const turnOf = (command: Command): "first" | "next" | "late" | "stopped" => {
  const { text } = command;
  if (hereOf(text)?.how === "stopped") return "stopped";
  if (/ unpair |\$sim\/reset/.test(text)) return "late";
  return isEarly(command) ? "first" : "next";
};

/** Where there is no curl, its commands are passed over. */
const turns = Map.groupBy(
  runCommands.filter(({ text }) => !text.startsWith("curl ") || has("curl")),
  turnOf,
);

const titled = (turn: ReturnType<typeof turnOf>) =>
  (turns.get(turn) ?? []).map((command) => ({ command, title: `${command.document}:${command.line} ${command.text}` }));

/** What is wrong with how a command ended, or nothing. */
async function faultOf(command: Command): Promise<string | undefined> {
  const how = hereOf(command.text);
  if (how === undefined) return `nobody knows how to run ${command.text}`;
  const { text, code, out, err } = await arena.run(command, how);
  const isDone = code !== null && (how.codes ?? [0]).includes(code) && how.says?.test(out) !== false;
  return isDone ? undefined : `${text}\nended with ${code}:\n${out}\n${err}`;
}

describe("a command that is read first does what it says", { tags: ["smoke"] }, () => {
  it.each(titled("first"))("$title", async ({ command }) => expect(await faultOf(command)).toBeUndefined());
});

describe("every other one does", () => {
  it.each(titled("next"))("$title", async ({ command }) => expect(await faultOf(command)).toBeUndefined());
  it.each(titled("late"))("$title", async ({ command }) => expect(await faultOf(command)).toBeUndefined());
});

describe("so it does while the relay stands still", () => {
  beforeAll(() => arena.stopRelay());
  it.each(titled("stopped"))("$title", async ({ command }) => expect(await faultOf(command)).toBeUndefined());
});

it.each([...new Set(allCommands.map(({ text }) => text).filter((text) => elsewhereOf(text)?.instead === "sst"))])(
  "%s: its words are known to the pinned SST",
  (text) => expect(checks.sst(text)).toEqual([]),
);

import { documents, readDocument } from "../documents.ts";
import { type Command, commandsIn } from "./find-commands.ts";
import { elsewhereOf } from "./elsewhere.ts";

/** Every command of every document. Those in Chinese say the same as those in English, which the parity test keeps. */
export const allCommands: readonly Command[] = documents.flatMap((file) => commandsIn(file, readDocument(file)));

/** The command of the relay within one for a container, another user or a deployed table, as it would be here. */
export const innerOf = (text: string): string =>
  text.replace(/^.*?(?=npm run (?:-s )?relay)/, "").replaceAll(/ (?:--stage|--table) (?:<[^>]*>|\S+)/g, "");

/** Documents that newcomers read first. */
const early: ReadonlySet<string> = new Set(["README.md", "docs/real-bot.md"]);

export const isEarly = ({ document }: Command): boolean => early.has(document);

/** What is run here, each once, where it is met first: in English alone, with what stands inside those that run elsewhere. */
export const runCommands: readonly Command[] = [
  ...Map.groupBy(
    allCommands
      .filter(({ document }) => !document.endsWith(".zh-CN.md"))
      .flatMap(runnable)
      .toSorted((a, b) => Number(isEarly(b)) - Number(isEarly(a))),
    ({ text }) => text,
  ).values(),
].flatMap(([first]) => first ?? []);

function runnable(command: Command): readonly Command[] {
  const away = elsewhereOf(command.text);
  if (away === undefined) return [command];
  const text = innerOf(command.text);
  return away.instead === "inner" && elsewhereOf(text) === undefined ? [{ ...command, text }] : [];
}

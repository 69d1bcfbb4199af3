import { posix } from "node:path";
import type { Dockerfile, Instruction } from "./dockerfile.ts";

/** What a `.dockerignore` leaves of a folder's files: the last line that names a file, or a folder above it, decides. */
export function filterContext(ignore: string, files: readonly string[]): readonly string[] {
  const rules = ignore
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({ keeps: line.startsWith("!"), pattern: toPattern(line.replace(/^!/, "").trim()) }));
  return files.filter((file) => {
    const last = rules.findLast(({ pattern }) => withFolders(file).some((path) => pattern.test(path)));
    return last === undefined || last.keeps;
  });
}

/** A file's path, and that of each folder above it. */
const withFolders = (file: string): readonly string[] => {
  const names = file.split("/");
  return names.map((_, at) => names.slice(0, at + 1).join("/"));
};

const toPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replaceAll(".", "\\.").replaceAll(/\*\*\/|\*/g, (stars) => (stars === "*" ? "[^/]*" : "(?:.*/)?"))}$`,
  );

export type Copy = { readonly file: string; readonly to: string };

/** Where a `COPY` from the context puts each of its files; a folder's contents go into the destination. */
export function readCopy({ word, rest }: Instruction, context: readonly string[]): readonly Copy[] {
  const words = rest.split(/\s+/);
  const to = words.at(-1) ?? "";
  return words.slice(0, -1).flatMap((source) => {
    if (context.includes(source)) return { file: source, to: to.endsWith("/") ? to + posix.basename(source) : to };
    const below = context.filter((file) => file.startsWith(`${source}/`));
    if (below.length === 0) throw new Error(`${word} ${source}: nothing of that name is in the context`);
    return below.map((file) => ({ file, to: posix.join(to, file.slice(source.length + 1)) }));
  });
}

/** The files of the project that get into an image. */
export const shippedFiles = ({ stages }: Dockerfile, context: readonly string[]): readonly string[] =>
  stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ word, flags }) => word === "COPY" && flags["from"] === undefined)
    .flatMap((instruction) => readCopy(instruction, context).map(({ file }) => file));

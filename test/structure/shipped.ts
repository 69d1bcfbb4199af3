import { join, posix } from "node:path";
import { build } from "esbuild";
import { root } from "./project-files.ts";

export type Reached = { readonly files: readonly string[]; readonly packages: readonly string[] };

/** What is loaded, at the start or later, when these files are run: types are not. */
export async function findReached(entries: readonly string[], readText: (file: string) => string): Promise<Reached> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir: join(root, "coverage"),
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
  const files = Object.keys(metafile.inputs);
  const workers = files.flatMap((file) => findWorkers(file, readText(file))).filter((file) => !entries.includes(file));
  if (workers.length > 0) return findReached([...entries, ...workers], readText);
  const outside = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path }) => external && !path.startsWith("node:"));
  return { files, packages: [...new Set(outside.map(({ path }) => packageOf(path)))].toSorted() };
}

/** Workers are named by their address, not imported. */
const findWorkers = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/new URL\("([^"]+\.ts)", import\.meta\.url\)/g)].map(([, name = ""]) =>
    posix.join(posix.dirname(file), name),
  );

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

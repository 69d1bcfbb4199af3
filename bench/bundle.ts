import { join } from "node:path";
import * as esbuild from "esbuild";
import { esbuildOptions } from "../infra/esbuild.ts";

/** What SST 4.17.1 puts before every bundle in ES module format, byte for byte. */
const banner = [
  "import { createRequire as topLevelCreateRequire } from 'module';",
  "const require = topLevelCreateRequire(import.meta.url);",
  'import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"',
  "const __filename = topLevelFileUrlToPath(import.meta.url)",
  'const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))',
  "",
].join("\n");

/** How SST bundles for `nodejs24.x`, its banner aside. */
export const bundleOptions = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2024",
  mainFields: ["module", "main"],
  keepNames: true,
  minify: true,
} as const satisfies esbuild.BuildOptions;

/** A bundled handler. */
export type Bundle = {
  readonly entry: string;
  /** All that the entry imports when it is loaded, itself among it. */
  readonly atStart: readonly string[];
  /** Every file that there is. */
  readonly files: readonly string[];
  /**
   * What is imported later: a file of the sources (`lib/sources/github/format.ts`) to the files that are loaded then, beyond those of
   * the start; first the one it became.
   */
  readonly later: ReadonlyMap<string, readonly string[]>;
};

/**
 * Bundles a handler (`functions/group.ts`, below `root`) as SST does for `nodejs24.x` with `splitting`: `bundle.mjs` in a
 * folder, and beside it what is imported later. esbuild must be the version inside SST, or the bytes differ.
 */
export async function bundle(root: string, handler: string, outdir: string): Promise<Bundle> {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(root, handler)],
    outdir,
    entryNames: "bundle",
    outExtension: { ".js": ".mjs" },
    splitting: true,
    metafile: true,
    ...bundleOptions,
    sourcemap: esbuildOptions.sourcemap,
    external: ["sharp", "pg-native", ...esbuildOptions.external],
    define: esbuildOptions.define,
    banner: { js: banner },
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((file) => file.endsWith("/bundle.mjs")) ?? "";
  const whole = (file: string): string => join(root, file);
  const atStart = reachable(outputs, entry);
  return {
    entry: whole(entry),
    atStart: [...atStart].map(whole),
    files: Object.keys(outputs).map(whole),
    later: new Map(
      Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
        entryPoint === undefined || file === entry
          ? []
          : [[entryPoint, [...reachable(outputs, file)].filter((each) => !atStart.has(each)).map(whole)] as const],
      ),
    ),
  };
}

/** The files that one imports by statements, and those which these import. */
function reachable(outputs: esbuild.Metafile["outputs"], file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of outputs[file]?.imports ?? [])
    if (kind === "import-statement" && !external) reachable(outputs, path, seen);
  return seen;
}

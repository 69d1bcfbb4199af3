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

/** How SST bundles for `nodejs24.x`, its banner and source map aside. */
export const bundleOptions = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2024",
  mainFields: ["module", "main"],
  keepNames: true,
  minify: true,
} as const satisfies esbuild.BuildOptions;

/**
 * Bundles a handler (`functions/group.ts`, below `root`) as SST does for `nodejs24.x`, into `bundle.mjs` of a folder, and
 * answers the file's path. esbuild must be the version inside SST, or the bytes differ.
 */
export async function bundle(root: string, handler: string, outdir: string): Promise<string> {
  const outfile = join(outdir, "bundle.mjs");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [join(root, handler)],
    outfile,
    ...bundleOptions,
    sourcemap: "linked",
    external: ["sharp", "pg-native", ...esbuildOptions.external],
    define: esbuildOptions.define,
    banner: { js: banner },
  });
  return outfile;
}

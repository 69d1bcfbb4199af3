import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

export type ProgramOptions = {
  readonly root: string;
  readonly platform: string;
  /** What the CLI knows of the app: what the config's `app()` says, and the stage. */
  readonly app: object;
  /** Where components put what they make. */
  readonly work: string;
  readonly outfile: string;
};

const banner = `
import { createRequire as bannerRequire } from "node:module";
import { fileURLToPath as bannerPath } from "node:url";
const require = bannerRequire(import.meta.url);
const __filename = bannerPath(import.meta.url);
const __dirname = bannerPath(new URL(".", import.meta.url));`;

/** Bundles sst.config.ts with what SST's CLI puts around it; importing the file runs it. */
export async function bundleProgram({ root, platform, app, work, outfile }: ProgramOptions): Promise<void> {
  const src = join(platform, "src");
  const paths = { home: work, root, work, platform };
  await esbuild.build({
    stdin: {
      contents: `import { run } from "${src}/auto/run.ts";
        import config from "${join(root, "sst.config.ts")}";
        export default await run(config.run);`,
      resolveDir: root,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    nodePaths: [join(platform, "node_modules")],
    inject: [join(src, "shim", "run.js")],
    define: {
      $app: JSON.stringify(app),
      $cli: JSON.stringify({ command: "diff", dev: false, paths, state: { version: {} } }),
      $dev: "false",
    },
    packages: "external",
    banner: { js: banner },
    plugins: [addGlobals(root, platform)],
    logLevel: "error",
  });
}

/** `sst` and `aws` are no real globals: the CLI imports them at the head of every file of the project. */
const addGlobals = (root: string, platform: string): esbuild.Plugin => ({
  name: "globals",
  setup: (build) => {
    const head = `import * as aws from "@pulumi/aws"; import * as sst from "${platform}/src/components";`;
    build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
      path.startsWith(join(root, "infra")) || path === join(root, "sst.config.ts")
        ? { loader: "ts", contents: `${head}\n${readFileSync(path, "utf8")}` }
        : undefined,
    );
  },
});

import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { packageName, writeManifest, type Project } from "./manifest.ts";

const root = join(import.meta.dirname, "..", "..");
const [destination = "."] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), `${packageName}-`));

/** Runs a program of this project, and ends with its words where it fails. */
function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status === 0) return;
  console.error(error?.message ?? `${command} failed`);
  process.exit(1);
}

/** JavaScript, since Node takes types out of no package's files; the page's modules too, so that it is served as it stands. */
function emit(): void {
  const config = join(import.meta.dirname, "tsconfig.json");
  run(
    process.execPath,
    [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", config, "--outDir", folder],
    root,
  );
  // Of the types only those of what the package exports, which name no others.
  for (const file of globSync("**/*.d.ts", { cwd: folder }))
    if (file !== join("simulator", "server.d.ts")) rmSync(join(folder, file));
}

function copy(from: string, to = from): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true });
  cpSync(join(root, from), join(folder, to));
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");

emit();
for (const file of globSync("simulator/page/browser/**/*.css", { cwd: root })) copy(file);
copy("LICENSE");
const readme = read("simulator/README.md").replaceAll("npm run simulator --", `npx ${packageName}`);
writeFileSync(join(folder, "README.md"), readme.replaceAll("npm run simulator ", `npx ${packageName} `));
writeFileSync(join(folder, "bin.js"), `#!/usr/bin/env node\nimport "./simulator/main.js";\n`, { mode: 0o755 });
const manifest = writeManifest(JSON.parse(read("package.json")) as Project);
writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
run("npm", ["pack", "--silent", "--pack-destination", resolve(destination)], folder);
rmSync(folder, { recursive: true });

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFor, tellSkipped } from "../support/install.ts";

const version = "4.0.2";
const name = "aws-lambda-ric";
const folder = cacheFor("runtime");
const home = join(folder, "node_modules", name);

/** AWS's own runtime interface client: what `nodejs24.x` runs in Lambda. */
export const ric = join(home, "index.mjs");

/** What its native part is built with, as Debian calls it, each known by a command. */
const tools = {
  "g++": "g++",
  make: "make",
  cmake: "cmake",
  python3: "python3",
  "xz-utils": "xz",
  autoconf: "autoreconf",
};

const isThere = (command: string): boolean =>
  spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;

/** It is built from source, curl too: a minute on a quiet machine, and many on a busy one. */
const timeout = 1_200_000;

/** Why the runtime is not to be had; undefined where it is, or is built now, in a folder of its own. */
export function whyNoRic(): string | undefined {
  if (process.platform !== "linux") return tellSkipped(`${name} builds on Linux only`);
  if (existsSync(join(home, "rapid-client.node")) && installedVersion() === version) return undefined;
  const missing = Object.entries(tools).flatMap(([debian, command]) => (isThere(command) ? [] : [debian]));
  if (missing.length > 0 && !installTools(missing))
    return tellSkipped(`${missing.join(", ")} not installed (Debian, as root: apt-get install ${missing.join(" ")})`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
  const built = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", folder], {
    cwd: folder,
    encoding: "utf8",
    timeout,
  });
  if (built.status === 0) return undefined;
  rmSync(folder, { recursive: true, force: true });
  return tellSkipped(`npm cannot build ${name}: ${built.stderr.slice(-500)}`);
}

const installedVersion = (): string =>
  (JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { readonly version: string }).version;

function installTools(names: readonly string[]): boolean {
  if (process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (args: readonly string[]) =>
    spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" }).status === 0;
  const install = ["install", "-y", "--no-install-recommends", ...names];
  return apt(install) || (apt(["update"]) && apt(install));
}

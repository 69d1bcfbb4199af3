import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../structure/project-files.ts";
import { cacheFor, tellSkipped, whyNotInstalled } from "../support/install.ts";

const cache = cacheFor("senders");

const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };

const isThere = (command: string): boolean =>
  spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;

const apt = (args: readonly string[], cwd = root): boolean =>
  spawnSync("apt-get", ["-qq", ...args], { cwd, env, stdio: "ignore" }).status === 0;

/** What apt knows may be older than what its archive has. */
const aptOrUpdated = (args: readonly string[], cwd?: string): boolean =>
  apt(args, cwd) || (apt(["update"]) && apt(args, cwd));

/** Why a command of a Debian package of the same name is not to be had; undefined where it is, or is installed now. */
export function whyNoPackage(name: string): string | undefined {
  if (isThere(name)) return undefined;
  if (process.getuid?.() === 0 && aptOrUpdated(["install", "-y", "--no-install-recommends", name])) return undefined;
  return tellSkipped(`${name} is not installed (Debian, as root: apt-get install ${name})`);
}

/** The path of a file in a Debian package that is unpacked, not installed; or why it is not to be had. */
export function unpack(name: string, file: string): { readonly path: string } | { readonly missing: string } {
  const folder = join(cache, name);
  const path = join(folder, file);
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  const [archive] = aptOrUpdated(["download", name], folder) ? globSync(`${name}_*.deb`, { cwd: folder }) : [];
  if (archive !== undefined && spawnSync("dpkg", ["-x", archive, "."], { cwd: folder }).status === 0) return { path };
  return { missing: tellSkipped(`${name} cannot be had (Debian: apt-get download ${name})`) };
}

/** Clients from npm, each at the version that was looked at. */
const clients = {
  "@slack/webhook": "8.0.2",
  "dingtalk-robot-sender": "1.2.0",
  "discord.js": "14.28.1",
  grammy: "1.46.0",
  ntfy: "1.15.6",
  "push-all-in-one": "4.5.2",
};

const npmFolder = join(cache, "npm");

/** Why the clients from npm are not to be had; undefined where they are, or are installed now. */
export const whyNoClients = (): string | undefined => whyNotInstalled(npmFolder, clients);

/** A client, as its users import it; its types are what a test says of it. */
export async function load<Client>(name: keyof typeof clients): Promise<Client> {
  const resolved = createRequire(join(npmFolder, "package.json")).resolve(name);
  return (await import(/* @vite-ignore */ pathToFileURL(resolved).href)) as Client;
}

import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../structure/project-files.ts";
import type { Instead } from "./elsewhere.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

const scripts = (): Readonly<Record<string, string>> =>
  (JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> }).scripts;

const ci = (): string =>
  globSync(".ci/*", { cwd: root })
    .map((file) => read(file))
    .join("\n");

/** What is wrong with a command that is not run here, by what is looked at in its place; nothing where it is well. */
export const checks: Readonly<Record<Instead, (command: string) => readonly string[]>> = {
  ci: (command) => {
    const [, script] = /^npm run (\S+)/.exec(command) ?? [];
    const named = /--omit=dev/.test(command) ? "npm run test:image" : command.replace(/ -- .*/, "");
    return [
      ...(script !== undefined && !scripts()[script] ? [`there is no script ${script}`] : []),
      ...(ci().includes(named) ? [] : [`CI does not run ${named}`]),
    ];
  },
  script: (command) => {
    const [, script = "", options = ""] = /^npm run (\S+)(?: -- (.*))?$/.exec(command) ?? [];
    const text = scripts()[script];
    if (text === undefined) return [`there is no script ${script}`];
    const [file] = /\S+\.ts/.exec(text) ?? [];
    const code =
      file === undefined
        ? text
        : globSync(`${join(file, "..")}/*.ts`, { cwd: root })
            .map(read)
            .join("\n");
    const unknown = [...options.matchAll(/--([a-z-]+)/g)].filter(
      ([, name = ""]) => !new RegExp(`--${name}\\b|\\b"?${name}"?: \\{ type`).test(code),
    );
    return unknown.map(([option]) => `${script} knows no ${option}`);
  },
  sst: (command) => {
    const [words = ""] = command.replace(/^(?:npx )?sst /, "").split(/ (?=--|[A-Z"…])/);
    const help = helpOf(words.replace(/ (?:disable|enable)$/, ""));
    const unknown = (command.match(/--[a-z-]+/g) ?? []).filter((option) => !help.includes(option));
    return [
      ...(help.includes(`sst ${words}`) ? [] : [`SST has no command ${words}: ${help.slice(0, 80)}`]),
      ...unknown.map((option) => `sst ${words} knows no ${option}`),
    ];
  },
  compose: (command) => {
    const [, verb = ""] = /^docker compose (\w+)/.exec(command) ?? [];
    const known = "up down logs restart stop start exec run cp build pull ps config".split(" ");
    const services = [...read("compose.yaml").matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
    const [, service] = /\b(relay)\b/.exec(command) ?? [];
    return [
      ...(known.includes(verb) ? [] : [`Compose has no command ${verb}`]),
      ...(service === undefined || services.includes(service) ? [] : [`compose.yaml has no service ${service}`]),
    ];
  },
  inner: () => [],
  unit: (command) => {
    const unit = /qq-relay(?:-gateway)?/.exec(command)?.[0] ?? "";
    return existsSync(join(root, "deploy", `${unit}.service`)) ? [] : [`there is no deploy/${unit}.service`];
  },
  files: (command) =>
    [
      ...command.matchAll(/(?:deploy|local|infra|simulator)\/[\w./-]+/g),
      ...(command.startsWith("docker") ? [["Dockerfile"]] : []),
    ]
      .map(([file = ""]) => file)
      .filter((file) => !existsSync(join(root, file))),
  nothing: () => [],
};

const helps = new Map<string, string>();

/** What the pinned SST prints of a command; it asks nobody. */
function helpOf(words: string): string {
  const known = helps.get(words);
  if (known !== undefined) return known;
  const { stdout, stderr } = spawnSync("node_modules/.bin/sst", [...words.split(" "), "--help"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, SST_SKIP_DEPENDENCY_CHECK: "1", SST_TELEMETRY_DISABLED: "1", SST_NO_BUN: "1" },
  });
  helps.set(words, stdout + stderr);
  return stdout + stderr;
}

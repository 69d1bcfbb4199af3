/** What the project's own `package.json` says, as far as the simulator's takes it over. */
export type Project = {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The packages that the simulator and its page import, at the project's own versions. */
const imported = ["htm", "markdown-it", "preact", "ws", "zod"] as const;

export const packageName = "qq-bot-simulator";

/** The `package.json` of the simulator as a package of its own. */
export const writeManifest = ({ version, license, engines, dependencies }: Project) => ({
  name: packageName,
  version,
  description: "QQ's bot API on loopback, with a page: try a bot without QQ. QQ 机器人接口模拟器",
  license,
  type: "module",
  engines,
  bin: { [packageName]: "bin.js" },
  exports: {
    ".": { types: "./simulator/server.d.ts", default: "./simulator/server.js" },
    "./redirect": "./simulator/redirect.js",
    "./package.json": "./package.json",
  },
  dependencies: Object.fromEntries(imported.map((name) => [name, dependencies[name] ?? missing(name)])),
});

function missing(name: string): never {
  throw new Error(`package.json has no dependency ${name}`);
}

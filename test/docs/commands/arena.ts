import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { compiled, type Child, toChild, untilReady } from "../../local/child.ts";
import { projectFiles, root } from "../../structure/project-files.ts";
import { signRequest } from "../../../local/cli/sign-request.ts";
import type { Command } from "./find-commands.ts";
import type { Here } from "./here.ts";
import { sampleFor } from "./samples.ts";

/** A copy of the project in which a relay runs, paired with two conversations of a simulator. */
export type Arena = {
  /** Runs a command of a document as a person would there; how it ended and what it said. */
  readonly run: (command: Command, how: Here) => Promise<Ran>;
  readonly stopRelay: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Ran = { readonly text: string; readonly code: number | null; readonly out: string; readonly err: string };

const routes = `import { defineRoutes } from "../lib/config/define-routes.ts";
export const routes = defineRoutes({
  ci: { scene: "group", source: "github", secret: "GithubSecret", to: "bound" },
  me: { scene: "c2c", source: "generic", secret: "MeSecret", to: "bound" },
  backup: { scene: "c2c", source: "generic", secret: "BackupSecret", to: "bound" },
});
`;

/** The id that GitHub's own documents show for a delivery, as docs/operate.md does. */
const delivery = "72d3162e-cc78-11e3-81ab-4c9367dc0958";

/** Copies what people keep of the project, links what is installed, starts the relay there and pairs its routes. */
export async function openArena(): Promise<Arena> {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  for (const file of [...projectFiles, ".env.example", ".npmrc"]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const made of ["out", "lib-out"]) mkdirSync(join(folder, made));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "infra", "routes.ts"), routes);
  const base = {
    HOME: process.env["HOME"],
    PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
    NODE_COMPILE_CACHE: compiled,
    // A change of .env by a command of the documents is none of the others'.
    RELAY_ENV_FILE: "",
    NO_PROXY: "*",
    no_proxy: "*",
  };
  const shell = (text: string, env: Readonly<Record<string, string>> = {}): Child =>
    toChild(spawn("sh", ["-c", text], { cwd: folder, env: { ...base, ...env }, detached: true }));

  const relay = shell("npm start -- --no-sample", { PORT: "0", ADMIN_PORT: "0", SIM_PORT: "0" });
  await untilReady(relay);
  const bases = { url: relay.url(), admin: relay.adminUrl(), simulator: relay.simulatorUrl() };
  const ports = { PORT: portOf(bases.url), ADMIN_PORT: portOf(bases.admin), SIM_PORT: portOf(bases.simulator) };
  const secrets = JSON.parse(readFileSync(join(folder, ".relay", "secrets.json"), "utf8")) as Record<string, string>;

  const ask = async (text: string): Promise<string> => {
    const child = shell(text, ports);
    child.process.stdin?.end();
    await child.exit;
    return child.out();
  };
  const pair = async (route: string): Promise<string> =>
    /\/bind (\w{8})/.exec(await ask(`npm run -s relay -- pair ${route}`))?.[1] ?? "";
  const say = (scene: string, target: string, text: string) =>
    fetch(`${bases.simulator}/_sim/say`, { method: "POST", body: JSON.stringify({ scene, target, text }) });
  await say("c2c", "U1", `绑定 ${await pair("me")}`);
  await say("group", "G1", `绑定 ${await pair("ci")}`);
  await postPush(bases.url, secrets["GithubSecret"] ?? "");
  const sent = JSON.parse(await ask('npm run -s relay -- send me "Hello" --json')) as Sent;

  const places: readonly (readonly [what: RegExp | string, by: string])[] = [
    [/https:\/\/(?:<your host>|relay\.example\.com)/g, bases.url],
    ["http://127.0.0.1:8787", bases.url],
    ["http://127.0.0.1:8788", bases.simulator],
    ["http://127.0.0.1:8789", bases.admin],
    ["<events>", `${bases.url}/events`],
    ["<the function URL of group>", "https://abc123.lambda-url.ap-east-1.on.aws"],
    ["<id of the conversation>", "G1"],
    ["<command>", "status"],
    ["<route>", "me"],
    ["<target>", "c2c:U1"],
    ["<id>", `'${sent.deliveries[0]?.id ?? ""}'`],
    ["/var/lib/qq-relay/", `${folder}/lib-out/`],
    [" /data/", ` ${folder}/out/`],
  ];
  /** With this machine's addresses, ids and files in place of the document's; throws where something is left to fill in. */
  const fill = async (text: string): Promise<string> => {
    let filled = text;
    for (const [what, by] of places) filled = filled.replaceAll(what, by);
    if (filled.includes("ABCD2345")) filled = filled.replaceAll("ABCD2345", await pair("me"));
    const [left] = /<[a-z][^<>]*>|…/.exec(filled) ?? [];
    if (left !== undefined) throw new Error(`nothing is known to put in place of ${left}`);
    return filled;
  };

  return {
    run: async (command, how) => {
      const given = await Promise.all(command.given.map(fill));
      const text = await fill(command.text);
      for (const name of ["body.json", "message.json", "push.json"])
        if (text.includes(name)) writeFileSync(join(folder, name), sampleFor(text));
      const bot = text.startsWith("npm run gateway") ? simulatorsBot : {};
      const env = / relay -- /.test(text) || how.how !== "stays" ? ports : apart(folder, bases);
      const child = shell([...given, text].join("\n"), { ...env, ...bot, ...secrets });
      child.process.stdin?.end();
      const isUp = how.how === "stays" && (await stayed(child, how, () => say("c2c", "U1", "状态")));
      const code = await child.exit;
      // What was up was ended by a signal, as its shell was.
      return { text, code: isUp ? 0 : code, out: child.out(), err: child.err() };
    },
    stopRelay: async () => {
      end(relay);
      await relay.exit;
    },
    close: async () => {
      end(relay);
      await relay.exit;
      rmSync(folder, { recursive: true });
    },
  };
}

type Sent = { readonly deliveries: readonly { readonly id: string }[] };

const portOf = (url: string): string => new URL(url).port;

/** What a second process needs so that it is none beside the relay: a folder and ports of its own, and the simulator for QQ. */
const apart = (folder: string, { url, simulator }: { url: string; simulator: string }) => ({
  PORT: "0",
  ADMIN_PORT: "0",
  SIM_PORT: "0",
  RELAY_DATA: mkdtempSync(join(folder, "apart-")),
  RELAY_EVENTS_URL: `${url}/events`,
  QQ_API_BASE: simulator,
  QQ_TOKEN_URL: `${simulator}/app/getAppAccessToken`,
});

/** The bot that the simulator has where nobody names another. */
const simulatorsBot = { QQ_APP_ID: "sim-app", QQ_APP_SECRET: "sim-secret-0123456789" };

/** Whether a process said that it is up; then it is ended in order. */
async function stayed(child: Child, { says }: Here, poke: () => Promise<unknown>): Promise<boolean> {
  const isUp = (): boolean => says?.test(child.out()) === true;
  const ended = child.exit.then(() => true);
  for (let tries = 0; !isUp() && tries < 100; tries += 1) {
    await poke();
    const next = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 200));
    if (await Promise.race([ended, next])) return false;
  }
  end(child);
  return isUp();
}

/** The shell and all that it began: they are a group of their own. */
function end({ process: { pid } }: Child): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended.
  }
}

/** A push as GitHub sends it, with the id of a delivery that the documents ask after. */
async function postPush(url: string, secret: string): Promise<void> {
  const body = readFileSync(join(root, "local", "sample-push.json"), "utf8");
  const { headers } = signRequest("github", secret, body);
  await fetch(`${url}/group/ci`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": "push",
      "x-github-delivery": delivery,
      ...headers,
    },
    body,
  });
}

/** Whether a program is installed here. */
export const has = (program: string): boolean => spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;

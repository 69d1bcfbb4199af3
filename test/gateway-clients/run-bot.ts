import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Attempt } from "../../simulator/ledger.ts";
import { startSimulator } from "../../simulator/server.ts";
import { root } from "../structure/project-files.ts";
import { credentials } from "./bots/bot.ts";

/** What the simulator's gateway shows of a bot. */
export type Seen = {
  readonly identifies: number;
  readonly resumes: number;
  readonly connections: number;
  readonly sessions: readonly { readonly connected: boolean }[];
};

/** A bot in a process of its own that takes a simulator for QQ: its client is installed in `folder`. */
export async function runBot(name: string, folder: string) {
  const simulator = await startSimulator({ port: 0, appId: credentials.appId, appSecret: credentials.secret });
  const { url } = simulator;
  // Clients keep sessions where they are started.
  const cwd = mkdtempSync(join(tmpdir(), "bot-"));
  const redirect = join(root, "simulator", "redirect.ts");
  const bot = join(import.meta.dirname, "bots", `${name}.ts`);
  const child = spawn(process.execPath, ["--import", redirect, bot], {
    cwd,
    env: { ...process.env, QQ_SIM: url, QQ_SIM_ONLY: "1", CLIENTS: folder },
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => output.push(data.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const look = async <Looked>(what: string): Promise<Looked> =>
    (await (await fetch(`${url}/_sim/${what}`)).json()) as Looked;
  return {
    tell: (what: string, body: object) => fetch(`${url}/_sim/${what}`, { method: "POST", body: JSON.stringify(body) }),
    seen: () => look<Seen>("gateway"),
    /** What the bot has sent, and whether it was a reply. */
    sent: async () =>
      (await look<readonly Attempt[]>("messages")).map(({ permit, code, body }) => ({ permit, code, body })),
    /** What the bot has said to the terminal. */
    output: () => output.join(""),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
      await simulator.stop();
      rmSync(cwd, { recursive: true });
    },
  };
}

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { root } from "../structure/project-files.ts";
import { simTest as test } from "./sim-test.ts";

const run = promisify(execFile);

/** Runs a script with the redirection loaded before it; the answer is what it printed. */
const withRedirect = async (url: string, script: string): Promise<string> => {
  const args = ["--import", join(root, "simulator", "redirect.ts"), "--input-type=module", "-e", script];
  const { stdout } = await run(process.execPath, args, {
    env: { PATH: "", QQ_SIM: url, QQ_SIM_ONLY: "1" },
    timeout: 15_000,
  });
  return stdout.trim();
};

test.for([
  [
    "fetch",
    `const answer = await fetch("https://api.sgroup.qq.com/gateway", { headers }); console.log(await answer.text());`,
  ],
  [
    "https.get",
    `import https from "node:https";
     https.get("https://api.bot.qq.com/gateway", { headers }, async (answer) => { for await (const part of answer) console.log(String(part)); });`,
  ],
  [
    "https.request, its host named apart",
    `import { request } from "node:https";
     request({ hostname: "sandbox.api.sgroup.qq.com", path: "/gateway", headers }, async (answer) => { for await (const part of answer) console.log(String(part)); }).end();`,
  ],
] as const)("what a bot asks of QQ by %s, the simulator is asked", async ([, script], { sim }) => {
  const headers = `globalThis.headers = { authorization: "Bot sim-app.any" };\n`;
  const told = JSON.parse(await withRedirect(sim.url, headers + script));
  expect(told).toEqual({ url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/websocket\/$/) });
});

test("a bot under test reaches nothing else", async ({ sim }) => {
  const script = `
    import https from "node:https";
    const told = [];
    await fetch("https://example.com/").catch((error) => told.push(error.message));
    try { https.get("https://example.com/"); } catch (error) { told.push(error.message); }
    console.log(told.join("\\n"));`;
  const why = "a bot called example.com, and QQ_SIM_ONLY is set";
  expect(await withRedirect(sim.url, script)).toBe(`${why}\n${why}`);
});

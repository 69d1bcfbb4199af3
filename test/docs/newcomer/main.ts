import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../structure/project-files.ts";
import { sitDown } from "./person.ts";
import { sectionsOf } from "./sections.ts";
import { walk } from "./walk.ts";

// `npm run test:newcomer`: a fresh clone of what is committed, from `npm ci` to a digest in QQ, by the README's and the real-bot page's own
// commands. `--zh` reads them in Chinese, `--linked` takes what is installed here in place of `npm ci`.
const { values } = parseArgs({
  options: { zh: { type: "boolean", default: false }, linked: { type: "boolean", default: false } },
});

const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === "object" ? address?.port : "")));
    });
  });

const parent = mkdtempSync(join(tmpdir(), "newcomer-"));
const folder = join(parent, "qq-relay");
const ports = { PORT: await freePort(), ADMIN_PORT: await freePort(), SIM_PORT: await freePort() };
/** What would set up the relay, or is npm's own word to the process that it started: no newcomer has it. */
const ours = /^(?:RELAY|QQ|SIM|ADMIN|DYNAMODB)_|^(?:PORT|HOST|INIT_CWD)$|Secret$|^npm_(?:package|lifecycle)_/;

const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
  npm_config_prefer_offline: "true",
  ...ports,
};

const print = (line: string): void => console.log(line);
const person = sitDown(folder, env, print);
try {
  const cloned = spawnSync("git", ["clone", "--quiet", root, folder], { encoding: "utf8" });
  if (cloned.status !== 0) throw new Error(`git clone: ${cloned.stderr}`);
  const read = (name: string) =>
    sectionsOf(readFileSync(join(folder, values.zh ? `${name}.zh-CN.md` : `${name}.md`), "utf8"));
  await walk({
    person,
    folder,
    readme: read("README"),
    realBot: read("docs/real-bot"),
    here: (text) =>
      text
        .replaceAll("127.0.0.1:8787", `127.0.0.1:${ports.PORT}`)
        .replaceAll("127.0.0.1:8788", `127.0.0.1:${ports.SIM_PORT}`)
        .replaceAll("127.0.0.1:8789", `127.0.0.1:${ports.ADMIN_PORT}`),
    linked: values.linked,
  });
  print(`${(await person.leave()).toFixed(1).padStart(6)} s  in all, from the clone to a digest in QQ`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
  await person.leave();
} finally {
  rmSync(parent, { recursive: true, force: true });
}

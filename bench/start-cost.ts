import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { median } from "./statistics.ts";

/** CPU of a whole process that imports a bundle: ms, and how many times an empty handler's. */
export type StartCost = { readonly ms: number; readonly times: number };

const rounds = 7;

/** What a function finds in its environment in AWS. */
export const functionEnv = {
  AWS_ACCESS_KEY_ID: "id",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_SESSION_TOKEN: "token",
  AWS_REGION: "us-east-1",
  AWS_LAMBDA_FUNCTION_NAME: "bench",
  QQ_APP_ID: "app",
  QQ_APP_SECRET: "secret-of-the-bench-bot",
};

/** Starts bundles in turn, each beside the empty handler of its round: times alone differ from machine to machine. */
export function compareStarts(empty: string, files: readonly string[]): readonly StartCost[] {
  const runs = Array.from({ length: rounds }, () => [empty, ...files].map(start));
  return files.map((_, at) => ({
    ms: median(runs.map((run) => run[at + 1] ?? Number.NaN)),
    times: median(runs.map((run) => (run[at + 1] ?? Number.NaN) / (run[0] ?? Number.NaN))),
  }));
}

/** Plain JavaScript, since stripping types would cost as much as an empty handler; told at the very end of the process. */
const probe = `
await import(process.argv[1]);
process.once("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(String(user + system));
});
process.exit();`;

/** CPU ms of a fresh process that imports the file and ends. */
function start(file: string): number {
  const args = ["--input-type=module", "--eval", probe, pathToFileURL(file).href];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: functionEnv, encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} does not start: ${stderr}`);
  return Number(stdout) / 1_000;
}

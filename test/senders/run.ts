import { execFile } from "node:child_process";

export type Ran = { readonly code: number | null; readonly output: string };

/** Runs a sender to its end, at most a minute; answers its exit code (null: it was ended) and all that it said. */
export const run = (file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(file, args, { timeout: 60_000, env: { ...process.env, ...env } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, output: stdout + stderr }),
    );
  });

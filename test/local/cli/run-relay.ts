import { runLocal } from "../child.ts";

/** How a command ended. */
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the command line as people do, in a process of its own. */
export async function runRelay(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = runLocal("cli/relay.ts", args, env);
  child.process.stdin?.end();
  const code = await child.exit;
  return { code, out: child.out(), err: child.err() };
}

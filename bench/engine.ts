import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { startChild } from "./child.ts";

export type Engine = { readonly name: string; readonly endpoint: string; readonly stop: () => void };

/** The quickest engine there is, empty, in a process of its own: dynoxide where its package is installed, else dynalite. */
export async function startEngine(): Promise<Engine> {
  const binary = findDynoxide();
  if (binary !== undefined) return startDynoxide(binary);
  const { ready, stop } = await startChild<string>(new URL("./engine-process.ts", import.meta.url));
  return { name: "dynalite", endpoint: ready, stop };
}

function findDynoxide(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}

async function startDynoxide(binary: string): Promise<Engine> {
  const port = await findFreePort();
  const child = spawn(binary, ["--port", String(port)], { stdio: "ignore" });
  const stop = () => void child.kill();
  process.once("exit", stop);
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(endpoint)); tries += 1) {
    if (tries > 200) throw new Error("dynoxide does not answer");
    await wait(20);
  }
  return { name: "dynoxide", endpoint, stop };
}

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );

/** Dynoxide does not tell which port it took when asked for any. */
async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

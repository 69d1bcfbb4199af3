import { readFileSync } from "node:fs";
import { greeting } from "./cli/greeting.ts";
import { helpText } from "./cli/help.ts";
import { readArguments, type Start } from "./cli/read-arguments.ts";
import { startSimulator } from "./server.ts";

const asked = readArguments(process.argv.slice(2), process.env);
if (asked.kind === "fault") stopWith(asked.message, 2);
if (asked.kind === "help")
  console.log(
    helpText(process.env["npm_lifecycle_event"] === "simulator" ? "npm run simulator --" : "qq-bot-simulator"),
  );
if (asked.kind === "version") console.log(version());
if (asked.kind === "start") await start(asked);

async function start(asked: Start): Promise<void> {
  const { port } = asked;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `端口 ${port} 已被占用，请换一个：--port 或 SIM_PORT / port ${port} is taken, choose another by --port or SIM_PORT`,
    EACCES: `这个用户无权使用端口 ${port}，请用 1024 以上的 / this user may not open port ${port}, take one above 1024`,
  };
  const simulator = await startSimulator({ ...asked, log: console.log }).catch((error: NodeJS.ErrnoException) =>
    stopWith(reasons[error.code ?? ""] ?? error.message, 1),
  );
  console.log(greeting({ ...asked, url: simulator.url }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.stop());
}

function version(): string {
  const { version: named } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  return named;
}

function stopWith(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

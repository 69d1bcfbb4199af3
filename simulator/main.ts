import { startSimulator } from "./server.ts";

const {
  SIM_PORT = "8788",
  QQ_APP_ID = "sim-app",
  QQ_APP_SECRET = "sim-secret-0123456789",
  RELAY_EVENTS_URL,
  SIM_HOSTS = "",
} = process.env;

const port = /^\d{1,5}$/.test(SIM_PORT) ? Number(SIM_PORT) : Number.NaN;
if (!(port <= 65_535)) stopWith(`SIM_PORT 不是端口号 / SIM_PORT is not a port: ${SIM_PORT}`);

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: `端口 ${SIM_PORT} 已被占用，请换一个 SIM_PORT / port ${SIM_PORT} is taken, set another SIM_PORT`,
  EACCES: `这个用户无权使用端口 ${SIM_PORT}，请把 SIM_PORT 设为 1024 以上 / this user may not open port ${SIM_PORT}, set SIM_PORT above 1024`,
};

const simulator = await startSimulator({
  port,
  appId: QQ_APP_ID,
  appSecret: QQ_APP_SECRET,
  eventsUrl: RELAY_EVENTS_URL || undefined,
  hosts: SIM_HOSTS.split(/[\s,]+/).filter(Boolean),
}).catch((error: NodeJS.ErrnoException) => stopWith(reasons[error.code ?? ""] ?? error.message));

console.log(`QQ 模拟器 / QQ simulator: ${simulator.url}  app id: ${QQ_APP_ID}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.stop());

function stopWith(message: string): never {
  console.error(message);
  process.exit(1);
}

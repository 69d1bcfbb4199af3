import type { Said } from "../../lib/model/said.ts";

/** What was asked for: a port, and the variable that sets it, whose like sets its address, or the option. */
type Asked = { readonly port: number; readonly variable: string };

const hostOf = ({ variable }: Asked): string => variable.replace("PORT", "HOST");

/** Another port, of those that anyone may open. */
function elsewhere({ port, variable }: Asked): string {
  const other = port < 1_024 ? port + 8_000 : port + 10;
  const free = other > 65_535 ? port - 10 : other;
  return variable.startsWith("--") ? `${variable} ${free}` : `${variable}=${free} npm start`;
}

const noAddress = (asked: Asked): Said => ({
  zh: `${hostOf(asked)} 不是这台机器能用的地址。请改成它自己的地址，如 127.0.0.1（只给本机）或 0.0.0.0（所有网卡）；fe80:: 开头的要写上网卡，如 fe80::1%eth0。`,
  en: `${hostOf(asked)} is no address of this machine. Set one of its own, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every interface); one that begins with fe80:: needs its interface, as fe80::1%eth0.`,
});

/** Why a port was not opened, by the system's code, and what to do about it. */
const reasons: Readonly<Record<string, (asked: Asked) => Said>> = {
  EADDRINUSE: (asked) => ({
    zh: `端口 ${asked.port} 已被占用。请停掉占用它的程序，或换一个：${elsewhere(asked)}`,
    en: `Port ${asked.port} is in use. Stop what uses it, or choose another: ${elsewhere(asked)}`,
  }),
  EACCES: (asked) => ({
    zh: `这个用户无权使用端口 ${asked.port}（小于 1024 的一般只给 root）。请换一个：${elsewhere(asked)}，对外的端口由反向代理转过来。`,
    en: `This user may not open port ${asked.port}: those below 1024 are root's on most systems. Choose another: ${elsewhere(asked)}, and have a reverse proxy pass the public one on to it.`,
  }),
  EADDRNOTAVAIL: noAddress,
  EINVAL: noAddress,
  EAFNOSUPPORT: (asked) => ({
    zh: `这台机器没有 ${hostOf(asked)} 那种地址（多半是关掉了 IPv6）。请改用 IPv4 地址，如 127.0.0.1 或 0.0.0.0。`,
    en: `This machine has no addresses of the kind of ${hostOf(asked)}; IPv6 is turned off, most likely. Set an IPv4 address, such as 127.0.0.1 or 0.0.0.0.`,
  }),
};

/** The error of a port that could not be opened: a sentence naming the variable that moves it, where the reason is known. */
export function tellNoPort(error: unknown, port: number, variable: string): unknown {
  const { code = "" } = error as NodeJS.ErrnoException;
  const told = reasons[code === "EPERM" ? "EACCES" : code]?.({ port, variable });
  return told ? new Error(`${told.zh}\n${told.en}`, { cause: error }) : error;
}

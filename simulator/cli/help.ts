import { options } from "./options.ts";

const rows: readonly (readonly [flag: string, about: string])[] = [
  ...Object.entries(options).map(([name, { variable, value, usual, about }]) => {
    const first = usual === "" ? "" : ` (${usual})`;
    return [`--${name} ${value}`, `${about}${first}  ${variable}`] as const;
  }),
  ["-h, --help", "显示本帮助 / this help"],
  ["-v, --version", "版本 / the version"],
];

const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;

/** What `--help` prints; `command` is how it was started. */
export const helpText = (command: string): string => `QQ 机器人接口模拟器 / QQ's bot API on loopback

${command} [--port N] [--callback URL] …

${rows.map(([flag, about]) => `  ${flag.padEnd(width)}${about}`).join("\n")}

启动后在浏览器打开它的地址：聊天窗口与旋钮。也可用 curl，例如：
Once started, open its address in a browser: a chat window and knobs. Or by curl:

  curl -s http://127.0.0.1:8788/_sim/say -d '{"scene":"group","target":"G1","text":"hi"}'
`;

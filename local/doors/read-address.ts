import { isIP } from "node:net";

/** The address that a door opens at: loopback where nothing is said. Throws a sentence for what is no address. */
export function readAddress(variable: "HOST" | "ADMIN_HOST", text: string | undefined): string {
  if (text === undefined || text === "" || text === "localhost") return "127.0.0.1";
  if (isIP(text) !== 0) return text;
  throw new Error(
    `${variable} 应是一个 IP 地址，如 127.0.0.1（只给本机）或 0.0.0.0（所有网卡），现在是“${text}”。\n` +
      `${variable} must be an IP address, such as 127.0.0.1 (this machine only) or 0.0.0.0 (every interface), and is "${text}".`,
  );
}

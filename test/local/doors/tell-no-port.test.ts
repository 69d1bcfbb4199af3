import { describe, expect, it } from "vitest";
import { tellNoPort } from "../../../local/doors/tell-no-port.ts";

const fault = (code: string) => Object.assign(new Error(`listen ${code}: of the system`), { code });
const told = (code: string, port: number, variable: string) =>
  (tellNoPort(fault(code), port, variable) as Error).message;

describe("a port that cannot be opened", () => {
  it.each([
    ["EACCES", 80, "PORT", ["无权使用端口 80", "may not open port 80", "PORT=8080 npm start"]],
    ["EPERM", 443, "ADMIN_PORT", ["无权使用端口 443", "ADMIN_PORT=8443 npm start"]],
    ["EACCES", 8787, "PORT", ["PORT=8797 npm start"]],
    ["EADDRINUSE", 8787, "PORT", ["已被占用", "is in use", "PORT=8797 npm start"]],
    ["EADDRINUSE", 65_530, "SIM_PORT", ["SIM_PORT=65520 npm start"]],
    ["EADDRNOTAVAIL", 8787, "PORT", ["HOST 不是这台机器", "HOST is no address of this machine"]],
    [
      "EINVAL",
      8789,
      "ADMIN_PORT",
      ["ADMIN_HOST 不是这台机器", "ADMIN_HOST is no address of this machine", "fe80::1%eth0"],
    ],
    ["EAFNOSUPPORT", 8787, "PORT", ["没有 HOST 那种地址", "IPv6 is turned off"]],
  ] as const)("%s for %s of %s names the setting and the fix", (code, port, variable, words) => {
    const message = told(code, port, variable);
    for (const word of words) expect(message).toContain(word);
    expect(message).not.toContain("of the system");
  });

  it("for another reason stays as the system told it", () => {
    expect(told("ENOBUFS", 80, "PORT")).toContain("of the system");
  });
});

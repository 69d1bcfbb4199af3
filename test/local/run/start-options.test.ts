import { describe, expect, it } from "vitest";
import { readStartOptions } from "../../../local/run/start-options.ts";

describe("options of npm start", () => {
  it("have defaults", () => {
    expect(readStartOptions([], { PORT: "" })).toEqual({
      routes: undefined,
      settings: undefined,
      sample: true,
      help: false,
      door: { host: "127.0.0.1", port: 8787 },
      admin: { host: "127.0.0.1", port: 8789 },
      simulatorPort: 8788,
      data: ".relay",
    });
  });

  it("come from the command line and the environment", () => {
    const args = ["--routes", "r.ts", "--settings=s.mjs", "--no-sample"];
    const env = { PORT: "9000", HOST: "0.0.0.0", ADMIN_PORT: "9001", ADMIN_HOST: "::1", SIM_PORT: "0" };
    expect(readStartOptions(args, { ...env, RELAY_DATA: "/var/relay" })).toEqual({
      routes: "r.ts",
      settings: "s.mjs",
      sample: false,
      help: false,
      door: { host: "0.0.0.0", port: 9000 },
      admin: { host: "::1", port: 9001 },
      simulatorPort: 0,
      data: "/var/relay",
    });
  });

  it.each([
    { args: ["--route", "x"], env: {}, told: /Unknown option '--route'[^]*--routes FILE/ },
    { args: ["x"], env: {}, told: /Unexpected argument 'x'/ },
    { args: [], env: { PORT: "http" }, told: 'PORT must be a port from 0 to 65535, and is "http"' },
    { args: [], env: { HOST: "nas.local" }, told: "HOST must be an IP address, such as 127.0.0.1" },
    { args: [], env: { ADMIN_HOST: "*" }, told: "ADMIN_HOST 应是一个 IP 地址" },
    { args: [], env: { SIM_PORT: "65536" }, told: 'SIM_PORT must be a port from 0 to 65535, and is "65536"' },
  ])("are refused: $args $env", ({ args, env, told }) => {
    expect(() => readStartOptions(args, env)).toThrow(told);
  });
});

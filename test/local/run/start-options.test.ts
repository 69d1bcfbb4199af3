import { describe, expect, it } from "vitest";
import { readStartOptions } from "../../../local/run/start-options.ts";

describe("options of npm start", () => {
  it("have defaults", () => {
    expect(readStartOptions([], { PORT: "" })).toEqual({
      routes: undefined,
      settings: undefined,
      sample: true,
      help: false,
      port: 8787,
      simulatorPort: 8788,
      data: ".relay",
    });
  });

  it("come from the command line and the environment", () => {
    const args = ["--routes", "r.ts", "--settings=s.mjs", "--no-sample"];
    expect(readStartOptions(args, { PORT: "9000", SIM_PORT: "0", RELAY_DATA: "/var/relay" })).toEqual({
      routes: "r.ts",
      settings: "s.mjs",
      sample: false,
      help: false,
      port: 9000,
      simulatorPort: 0,
      data: "/var/relay",
    });
  });

  it.each([
    { args: ["--route", "x"], env: {}, told: /Unknown option '--route'[^]*--routes FILE/ },
    { args: ["x"], env: {}, told: /Unexpected argument 'x'/ },
    { args: [], env: { PORT: "http" }, told: 'PORT must be a port from 0 to 65535, and is "http"' },
    { args: [], env: { SIM_PORT: "65536" }, told: 'SIM_PORT must be a port from 0 to 65535, and is "65536"' },
  ])("are refused: $args $env", ({ args, env, told }) => {
    expect(() => readStartOptions(args, env)).toThrow(told);
  });
});

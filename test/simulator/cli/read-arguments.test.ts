import { describe, expect, it } from "vitest";
import { options } from "../../../simulator/cli/options.ts";
import { readArguments } from "../../../simulator/cli/read-arguments.ts";
import { helpText } from "../../../simulator/cli/help.ts";

const usual = {
  kind: "start",
  port: 8788,
  appId: "sim-app",
  appSecret: "sim-secret-0123456789",
  eventsUrl: undefined,
  hosts: [],
};

describe("the command line", () => {
  it.each([
    ["nothing", [], {}, {}],
    ["empty variables", [], { SIM_PORT: "", RELAY_EVENTS_URL: "", QQ_APP_ID: "" }, {}],
    [
      "each flag",
      ["--port", "0", "--app-id=A", "--app-secret", "S", "--callback", "http://127.0.0.1:1/e", "--hosts", "a, b"],
      {},
      { port: 0, appId: "A", appSecret: "S", eventsUrl: "http://127.0.0.1:1/e", hosts: ["a", "b"] },
    ],
    [
      "each variable",
      [],
      { SIM_PORT: "1", QQ_APP_ID: "A", QQ_APP_SECRET: "S", RELAY_EVENTS_URL: "https://e", SIM_HOSTS: "a b" },
      { port: 1, appId: "A", appSecret: "S", eventsUrl: "https://e", hosts: ["a", "b"] },
    ],
    ["a flag beside its variable, which it outweighs", ["--port=2"], { SIM_PORT: "1" }, { port: 2 }],
  ])("takes %s", (_, args, env, changed) => expect(readArguments(args, env)).toEqual({ ...usual, ...changed }));

  it.each([
    [["--help"], "help"],
    [["-h"], "help"],
    [["--version"], "version"],
    [["-v", "--port", "x"], "version"],
  ])("%o", (args, kind) => expect(readArguments(args, {})).toEqual({ kind }));

  it.each([
    [["--prot", "1"], "there is no --prot；是 --port 吗 / did you mean --port?"],
    [["--callbck=x"], "did you mean --callback?"],
    [["--nonsense"], "there is no --nonsense\n--port, --callback"],
    [["-x"], "there is no -x"],
    [["start"], "there is no start"],
    [["--port"], "--port has no value"],
    [["--callback", "--port", "1"], "--callback has no value"],
    [["--port", "http"], "is not a port: http"],
    [["--port", "65536"], "is not a port: 65536"],
    [["--callback", "localhost:1"], "is no http(s) address: localhost:1"],
  ])("%o is told", (args, told) =>
    expect(readArguments(args, {})).toEqual({ kind: "fault", message: expect.stringContaining(told) }),
  );

  it("--help has every option, with its variable", () => {
    const text = helpText("npm run simulator --");
    for (const [name, { variable }] of Object.entries(options)) {
      expect(text).toContain(`--${name} `);
      expect(text).toContain(variable);
    }
  });
});

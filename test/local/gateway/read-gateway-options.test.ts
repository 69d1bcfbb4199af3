import { describe, expect, it } from "vitest";
import { readGatewayOptions } from "../../../local/gateway/read-gateway-options.ts";

const env = { RELAY_EVENTS_URL: "https://events.example/", QQ_APP_ID: "app", QQ_APP_SECRET: "secret-of-the-bot" };

const faultsOf = (change: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  const read = readGatewayOptions(args, { ...env, ...change });
  return typeof read === "object" && "faults" in read ? read.faults : [];
};

describe("settings of npm run gateway", () => {
  it("are three, and the others have defaults", () =>
    expect(readGatewayOptions([], env)).toEqual({
      eventsUrl: "https://events.example/",
      scenes: ["c2c", "group", "channel", "dm"],
      data: ".relay",
    }));

  it("name scenes and a folder", () =>
    expect(readGatewayOptions([], { ...env, RELAY_SCENES: "group, c2c", RELAY_DATA: "/data" })).toMatchObject({
      scenes: ["group", "c2c"],
      data: "/data",
    }));

  it("that are missing are all told at once, in both languages", () => {
    const read = readGatewayOptions([], {});
    expect(read).toEqual({
      faults: ["RELAY_EVENTS_URL", "QQ_APP_ID", "QQ_APP_SECRET"].map((name) => ({
        zh: expect.stringContaining(`没有设置 ${name}：`),
        en: expect.stringContaining(`${name} is not set: `),
      })),
    });
  });

  it.each<readonly [what: string, change: Readonly<Record<string, string>>, told: string]>([
    ["an address without TLS", { RELAY_EVENTS_URL: "http://events.example/" }, "RELAY_EVENTS_URL must be"],
    ["no address", { RELAY_EVENTS_URL: "events.example" }, "RELAY_EVENTS_URL must be"],
    ["a scene that there is not", { RELAY_SCENES: "group,grup" }, '"grup" in RELAY_SCENES is none of c2c, group'],
  ])("%s is told with the fix", (_, change, told) =>
    expect(faultsOf(change)).toEqual([{ zh: expect.any(String), en: expect.stringContaining(told) }]),
  );

  it("an address on loopback needs no TLS", () =>
    expect(faultsOf({ RELAY_EVENTS_URL: "http://127.0.0.1:8787/events" })).toEqual([]));

  it("are told by --help, whatever else is missing", () => expect(readGatewayOptions(["--help"], {})).toBe("help"));

  it("an argument that is not known is told", () =>
    expect(faultsOf({}, ["--port", "1"])).toEqual([
      { zh: "不认识 --port 1；它只认 --help", en: "--port 1 is not known; it knows --help only" },
    ]));
});

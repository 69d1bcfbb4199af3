import { describe, expect, it } from "vitest";
import { levelOfColor } from "../../../lib/sources/levels/level-of-color.ts";
import { raiseLevel } from "../../../lib/sources/levels/raise-level.ts";

describe("colours of cards", () => {
  it.each([
    ["Slack's names", { good: "success", warning: "warning", danger: "error" }],
    ["Uptime Kuma", { "#e01e5a": "error", "#2eb886": "success", "#FF0000": "error", "#32CD32": "success" }],
    ["Alertmanager to Discord", { "10038562": "error", "3066993": "success" }],
    ["Grafana", { "#D63232": "error", "#36a64f": "success" }],
    ["Zabbix's severities", { "#E45959": "error", "#E97659": "error", "#FFA059": "warning", "#FFC859": "warning" }],
    ["short, with alpha, without a sign", { "#f00": "error", "#00ff00cc": "success", ff8800: "warning" }],
    ["no word for a level", { "#7499FF": undefined, "#97AAB3": undefined, "#000000": undefined, "0": undefined }],
    ["no colours", { "": undefined, mauve: undefined, "#12345": undefined, "99999999": undefined }],
  ])("%s", (_, colors) => {
    expect(Object.fromEntries(Object.keys(colors).map((color) => [color, levelOfColor(color)]))).toEqual(colors);
  });

  it("a number is one as Discord has it", () => {
    expect(levelOfColor(15_158_332)).toBe("error");
    expect(levelOfColor(-1)).toBeUndefined();
    expect(levelOfColor(Number.NaN)).toBeUndefined();
    expect(levelOfColor({ red: 255 })).toBeUndefined();
  });

  it("the route's own scale comes first", () => {
    expect(levelOfColor("danger", { danger: "critical" })).toBe("critical");
    expect(levelOfColor(16_711_680, { "16711680": "info" })).toBe("info");
  });
});

it("a call to everybody raises all but good news", () => {
  expect(
    [undefined, "info", "success", "warning", "error", "critical"].map((level) => raiseLevel(level as "info")),
  ).toEqual(["warning", "warning", "success", "error", "critical", "critical"]);
});

import { expect, it } from "vitest";
import { levelOfMark } from "../../../lib/sources/levels/level-of-mark.ts";

it.each([
  [["[官网 API] [🔴 Down] timeout of 48000ms exceeded"], undefined, "error"],
  [["UptimeKuma Alert: [官网 API] [✅ Up] 200 - OK"], undefined, "success"],
  [["Uptime-Kuma", "[官网 API] [✅ Up] 200 - OK"], "error", "success"],
  [["Uptime-Kuma", "[官网 API] [🔴 Down] timeout"], "warning", "error"],
  [["Uptime-Kuma", "[官网 API] [🔴 Down] timeout"], "critical", "critical"],
  [["【🚨 严重】磁盘"], undefined, "critical"],
  [["[✅] done", "[x] todo"], undefined, undefined],
  [["[Down] of a pillow"], "info", "info"],
  [["second line\n[🔴 Down]"], undefined, undefined],
  [["[🔴 Blue] text", undefined], "info", "info"],
  [[`${"x".repeat(300)}[🔴 Down]`], undefined, undefined],
] as const)("%j, told as %s, is %s", (texts, level, expected) => {
  expect(levelOfMark(texts, level)).toBe(expected);
});

it("the route's own words count", () => {
  expect(levelOfMark(["[🔴 Blue] text"], undefined, { Blue: "warning" })).toBe("warning");
});

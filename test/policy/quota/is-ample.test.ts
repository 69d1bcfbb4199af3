import { expect, it } from "vitest";
import { presets } from "../../../lib/model/limits.ts";
import { sceneNames } from "../../../lib/model/scene.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { isAmple } from "../../../lib/policy/quota/is-ample.ts";
import { resolveLimits } from "../../../lib/policy/quota/resolve-limits.ts";

it("hundreds of pushes a day need not be saved", () => {
  const ample = sceneNames.flatMap((scene) =>
    (["published", "2026"] as const)
      .filter((preset) => isAmple(presets[preset][scene]))
      .map((preset) => `${scene} ${preset}`),
  );
  expect(ample).toEqual(["c2c 2026", "group 2026"]);
});

it.each([
  [{ "target-month": null }, true],
  [{ "target-month": 3_100 }, true],
  [{ "target-month": 3_099 }, false],
  [0, false],
])("a group's pushes %j: %s", (proactive, is) => {
  const limits = { override: { group: { proactive } } };
  expect(isAmple(resolveLimits({ ...defaultSettings, limits }).group)).toBe(is);
});

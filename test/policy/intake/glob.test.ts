import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fitsGlob } from "../../../lib/policy/intake/glob.ts";

test.each([
  ["main", "main", true],
  ["main", "main2", false],
  ["main", "mai", false],
  ["", "", true],
  ["*", "", true],
  ["*", "main", true],
  ["*", "release/1", false],
  ["**", "release/1/2", true],
  ["release/*", "release/1.2", true],
  ["release/*", "release/1/2", false],
  ["release/**", "release/1/2", true],
  ["release/**", "release", false],
  ["**/hotfix", "a/b/hotfix", true],
  ["*-lts", "v1-lts", true],
  ["v*.*", "v1.2", true],
  ["v.", "v1", false],
  ["[a]", "a", false],
  ["特性/*", "特性/登录", true],
])("%j on %j: %s", (glob, text, fits) => {
  expect(fitsGlob(glob, text)).toBe(fits);
});

test("agrees with the regular expression it stands for", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "/"), maxLength: 8 });
  const globs = fc.array(fc.constantFrom("a", "b", "/", "*", "**"), { maxLength: 6 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(globs, letters, (glob, text) => {
      const source = glob.replace(/\*{2,}|\*/g, (stars) => (stars.length > 1 ? ".*" : "[^/]*"));
      expect(fitsGlob(glob, text)).toBe(new RegExp(`^${source}$`).test(text));
    }),
  );
});

test("of a name no more is looked at than names are long", () => {
  expect(fitsGlob("release/**", `release/${"x".repeat(800_000)}`)).toBe(true);
  expect(fitsGlob("**-lts", `${"x".repeat(800_000)}-lts`)).toBe(false);
  const ordinary = process.cpuUsage();
  for (let i = 0; i < 20; i++) fitsGlob("*a*b*", "x".repeat(1_000));
  const { user } = process.cpuUsage(ordinary);
  const long = process.cpuUsage();
  for (let i = 0; i < 20; i++) fitsGlob("*a*b*", "x".repeat(800_000));
  expect(process.cpuUsage(long).user).toBeLessThan(50 * Math.max(user, 1_000));
});

test("no pattern makes it slow", () => {
  const glob = "*a".repeat(200);
  const started = performance.now();
  expect(fitsGlob(`${glob}b`, "a".repeat(2_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2_000);
});

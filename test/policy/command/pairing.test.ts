import { randomInt } from "node:crypto";
import { expect, it, test } from "vitest";
import { isCode, makeCode } from "../../../lib/policy/command/pairing.ts";
import { readCommand } from "../../../lib/policy/command/read-command.ts";

it("makes codes that QQ's people can type back in any case", () => {
  for (let at = 0; at < 200; at += 1) {
    const code = makeCode(randomInt);
    expect(code).toMatch(/^[2-9A-Z]{8}$/);
    expect(code).not.toMatch(/[01ILOUE]/);
    expect(readCommand(`绑定 ${code.toLowerCase()}`)).toEqual({ kind: "bind", code });
  }
});

it("takes every sign of the alphabet, and nothing but what it is given", () => {
  const belows: number[] = [];
  const count = (below: number) => belows.push(below) - 1;
  expect(makeCode(count)).toBe("23456789");
  expect(new Set(belows)).toEqual(new Set([29]));
  expect(makeCode((below) => below - 1)).toBe("ZZZZZZZZ");
});

test.each(["", "ABCD234", "ABCD23456", "ABCD2340", "abcd2345", "ABCD234I", "everyone", " ABCD2345"])(
  "%j is no code",
  (text) => {
    expect(isCode(text)).toBe(false);
  },
);

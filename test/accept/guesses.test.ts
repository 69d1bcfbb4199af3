import { expect, test } from "vitest";
import { createGuesses } from "../../lib/accept/guesses.ts";
import { minute } from "../../lib/base/time.ts";
import { noon } from "../support/build.ts";

const at = (ms: number) => new Date(noon + ms);

test("twenty wrong guesses at a route in a minute are its last, and nobody else's", () => {
  const guesses = createGuesses();
  for (let count = 0; count < 20; count += 1) {
    expect(guesses.areSpent("ci", at(count))).toBe(false);
    guesses.note("ci", at(count));
  }
  expect(guesses.areSpent("ci", at(minute - 1))).toBe(true);
  expect(guesses.areSpent("me", at(minute - 1))).toBe(false);
  expect(guesses.areSpent("ci", at(minute))).toBe(false);
  guesses.note("ci", at(minute));
  expect(guesses.areSpent("ci", at(minute + 1))).toBe(false);
});

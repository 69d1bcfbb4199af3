import { expect, test } from "vitest";
import { fuzz } from "../support/fuzz/fuzz.ts";

test("mutated requests are answered, cost little, and break no guard", async () => {
  const { statuses, told, faults } = await fuzz({ seed: 20_261_121, runs: 2_000 });
  expect(faults).toEqual([]);
  expect(told).toBeGreaterThan(500);
  for (const status of [202, 400, 404, 405, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(5);
});

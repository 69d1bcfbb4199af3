import { expect, test } from "vitest";
import { recordSaid, type Said } from "../../simulator/said.ts";

test("of what was said the last thousand are kept", () => {
  const said: Said[] = [];
  for (let i = 0; i < 1_002; i += 1)
    recordSaid(said, { scene: "c2c", target: "P", text: String(i), mention: true }, `m${i}`, i);
  expect([said.length, said[0]?.text, said.at(-1)?.text]).toEqual([1_000, "2", "1001"]);
});

import { expect, test } from "vitest";
import { recordSaid } from "../../simulator/record.ts";
import { emptyState } from "../../simulator/state.ts";

test("of what was said the last thousand are kept", () => {
  const state = emptyState();
  for (let i = 0; i < 1_002; i += 1)
    recordSaid(state, { scene: "c2c", target: "P", text: String(i), mention: true }, `m${i}`, i);
  const { said } = state;
  expect([said.length, said[0]?.text, said.at(-1)?.text]).toEqual([1_000, "2", "1001"]);
});

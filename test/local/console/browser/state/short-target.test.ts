import { expect, it } from "vitest";
import { targetName } from "../../../../../lib/model/target.ts";
import { unpairedTarget } from "../../../../../lib/model/unpaired.ts";
import { shortId, targetParts } from "../../../../../local/console/browser/state/short-target.ts";

it("a conversation's name is read as it was written", () => {
  expect(targetParts(targetName({ scene: "group", id: "4C8F:1" }))).toEqual({ scene: "group", id: "4C8F:1" });
  expect(targetParts(targetName(unpairedTarget("group", "ops")))).toEqual({
    scene: "group",
    id: "bound:ops",
    unpaired: "ops",
  });
});

it("a long id is told by its ends, a short one whole", () => {
  expect(shortId("4C8F0E2B7A9D43E1B65A0C7D9F1E3A52")).toBe("4C8F…3A52");
  expect(shortId("10086001")).toBe("10086001");
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { panes, readHash, type View, writeHash } from "../../../../../local/console/browser/state/view-hash.ts";

const some = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => text !== "");

const views: fc.Arbitrary<View> = fc.record(
  {
    filter: fc.record(
      { state: fc.constantFrom("waiting", "told", "untold"), route: some, target: some, text: some },
      { requiredKeys: [] },
    ),
    conversation: some,
    pane: fc.constantFrom(...panes),
  },
  { requiredKeys: ["filter", "pane"] },
);

describe("a view in an address", () => {
  it("comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(readHash(`#${writeHash(view)}`)).toEqual(view);
      }),
    );
  });

  it("is nothing at the beginning", () => {
    expect(readHash("")).toEqual({ filter: {}, pane: "deliveries" });
    expect(writeHash({ filter: {}, pane: "deliveries" })).toBe("");
  });

  it("is read for people", () => {
    expect(writeHash({ filter: { state: "waiting", route: "ci" }, conversation: "group:G1", pane: "playground" })).toBe(
      "state=waiting&route=ci&at=group%3AG1&pane=playground",
    );
  });

  it("leaves out what is not of it", () => {
    expect(readHash("#state=broken&pane=__proto__&x=1&route=")).toEqual({ filter: {}, pane: "deliveries" });
    expect(readHash("#state=toString")).toEqual({ filter: {}, pane: "deliveries" });
  });
});

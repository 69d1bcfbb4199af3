import { describe, expect, it } from "vitest";
import {
  type Filter,
  fitsFilter,
  isFiltered,
  requestOf,
  stateGroups,
} from "../../../../../local/console/browser/state/filter.ts";
import { deliveryStates } from "../../../../../lib/model/delivery.ts";
import { listed } from "./listed.ts";

describe("which deliveries are to be seen", () => {
  const delivery = listed({
    id: "ci#d-1",
    route: "ci",
    state: "pending",
    title: "Build FAILED",
    messageId: "ROBOT1.0_x",
  });
  it.for<[Filter, boolean]>([
    [{}, true],
    [{ state: "waiting" }, true],
    [{ state: "told" }, false],
    [{ route: "ci", target: "group:G1" }, true],
    [{ route: "me" }, false],
    [{ target: "group:G2" }, false],
    [{ text: " failed " }, true],
    [{ text: "CI#D" }, true],
    [{ text: "robot1.0_x" }, true],
    [{ text: "passed" }, false],
    [{ state: "waiting", text: "passed" }, false],
  ])("%j: %s", ([filter, fits]) => expect(fitsFilter(delivery, filter)).toBe(fits));

  it("has every state in one group", () => {
    expect(Object.values(stateGroups).flat().toSorted()).toEqual([...deliveryStates].toSorted());
  });

  it("asks the relay for all but the text", () => {
    expect(requestOf({ state: "untold", route: "ci", target: "group:G1", text: "x" })).toEqual({
      states: ["failed", "expired", "unsure"],
      route: "ci",
      target: "group:G1",
    });
    expect(isFiltered({})).toBe(false);
    expect(isFiltered({ text: "x" })).toBe(true);
  });
});

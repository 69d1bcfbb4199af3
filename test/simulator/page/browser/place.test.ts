import { expect, test } from "vitest";
import { readPlace, writePlace } from "../../../../simulator/page/browser/place.ts";

test.each([
  ["#group/G1", { scene: "group", id: "G1" }],
  ["#c2c/a%2Fb%20%E5%B0%8F", { scene: "c2c", id: "a/b 小" }],
  ["#room/G1", undefined],
  ["#group/", undefined],
  ["#group/%", undefined],
  ["", undefined],
])("%s", (hash, place) => expect(readPlace(hash)).toEqual(place));

test("is written as it is read", () => {
  const place = { scene: "dm", id: "a/b 小#%" } as const;
  expect(readPlace(writePlace(place))).toEqual(place);
});

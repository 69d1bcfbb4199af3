import { expect, test } from "vitest";
import { cut } from "../../../../../local/console/browser/state/cut.ts";
import { listed } from "./listed.ts";

const rows = ["a", "b", "c"].map((id) => listed({ id, title: id }));

test.each([
  ["all there is", false, { filter: {}, limit: 5 }, { rows, more: false }],
  ["a page of more", true, { filter: {}, limit: 3 }, { rows, more: true }],
  [
    "fewer than were asked for, of a log that was not looked through",
    true,
    { filter: {}, limit: 5 },
    { rows, more: true, isPart: true },
  ],
  ["a text among the newest", true, { filter: { text: "b" }, limit: 5 }, { rows: rows.slice(1, 2), more: false }],
])("%s", (_, more, bounds, expected) => {
  expect(cut(rows, more, bounds)).toEqual(expected);
});

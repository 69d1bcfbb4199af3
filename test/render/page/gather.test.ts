import { expect, test } from "vitest";
import type { Notice } from "../../../lib/model/notice.ts";
import { gather } from "../../../lib/render/page/gather.ts";

const notice = (title: string, line: string, pieceOf?: string): Notice => ({
  source: "github",
  event: "e",
  level: "info",
  title,
  lines: [line],
  at: "2026-11-20T08:30:00Z",
  ...(pieceOf !== undefined && { pieceOf }),
});

const told = (notices: readonly Notice[]) =>
  gather(notices).map(({ notice: { title, lines }, covers }) => [title, lines.join("+"), covers.join("")]);

test("pieces of one whole are one notice at the first one's place, and nothing else is", () => {
  expect(
    told([
      notice("a", "1", "w"),
      notice("b", "2"),
      notice("a", "3", "w"),
      notice("b", "4"),
      notice("a", "5", "v"),
      notice("a, renamed", "6", "w"),
    ]),
  ).toEqual([
    ["a", "1+3", "02"],
    ["b", "2", "1"],
    ["b", "4", "3"],
    ["a", "5", "4"],
    ["a, renamed", "6", "5"],
  ]);
});

test("one piece alone is the notice itself", () => {
  const only = notice("a", "1", "w");
  expect(gather([only])).toEqual([{ notice: only, covers: [0] }]);
});

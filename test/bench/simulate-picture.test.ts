import { describe, expect, it } from "vitest";
import { fill } from "../../bench/simulate/pages/fill.ts";
import type { Message, NoticeOutcome } from "../../bench/simulate/outcome.ts";
import { drawMonth } from "../../bench/simulate/picture/draw.ts";
import { type Lane, rows } from "../../bench/simulate/picture/layout.ts";
import { type Month, readMonth } from "../../bench/simulate/picture/month.ts";
import { type Mode, palettes } from "../../bench/simulate/picture/palette.ts";

const hour = 3_600_000;
const span = { from: 0, until: 30 * 24 * hour };

const told = (arrivedAt: number, delay: number, critical = false): NoticeOutcome => ({
  critical,
  arrivedAt,
  end: "told",
  toldAt: arrivedAt + delay,
});

const dropped = (arrivedAt: number, critical = false): NoticeOutcome => ({ critical, arrivedAt, end: "dropped" });

const message = (at: number, by: Message["by"]): Message => ({ at, by, critical: false });

/** Twelve notices an hour apart, the last three of them critical. */
const times = Array.from({ length: 12 }, (_, at) => (at + 1) * hour);
const isCritical = (at: number): boolean => at >= 9;

const month: Month = readMonth(
  "单聊 c2c",
  {
    outcomes: times.map((time, at) => (at === 0 ? told(time, 0) : dropped(time, isCritical(at)))),
    messages: [message(hour, "proactive")],
    refused: [],
  },
  {
    outcomes: times.map((time, at) => told(time, at === 11 ? hour : 60_000, isCritical(at))),
    messages: [...times.slice(0, 2).map((at) => message(at, "proactive")), message(700 * hour, "reply")],
    refused: [],
  },
  span,
);

/** Marks on a lane in a colour, filled or by outline. */
function countMarks(svg: string, lane: Lane, color: string, by: "fill" | "stroke" = "fill"): number {
  const middle = rows[lane].top + rows[lane].height / 2;
  const marks = svg.match(/<(?:path|rect)\b[^>]*>/g)?.filter((mark) => mark.includes(`,${middle})"`)) ?? [];
  return marks.filter((mark) => mark.includes(`${by}="${color}"`)).length;
}

/** The tags that a document leaves open or closes wrongly, and what may not stand in it as it is. */
function findFaults(svg: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const rest = svg.replaceAll(
    /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<&]*")*) ?(\/?)>/g,
    (_, end, name, _attributes, alone) => {
      if (end === "/" && open.pop() !== name) faults.push(`</${name}>`);
      if (end === "" && alone === "") open.push(name);
      return "";
    },
  );
  return [...faults, ...open, ...(/[<>&]/.exec(rest) ?? [])];
}

describe.each(["light", "dark"] as const)("the %s picture of a month", (mode: Mode) => {
  const svg = drawMonth(month, mode);
  const { naive, ours, ground } = palettes[mode];

  it("is well-formed, small, and has nothing for a mouse", () => {
    expect(findFaults(svg)).toEqual([]);
    expect(findFaults('<svg><g a="1"></svg>')).not.toEqual([]);
    expect(svg).not.toMatch(/class=|<style|ecmeta|pointer-events/);
    expect(svg.length).toBeLessThan(50_000);
    expect(svg).toContain(`fill="${ground}"`);
  });

  it("has a mark for each push, reply and critical notice", () => {
    expect(countMarks(svg, "pushes", naive)).toBe(1);
    expect(countMarks(svg, "replies", naive)).toBe(0);
    expect(countMarks(svg, "criticals", naive)).toBe(3);
    expect(countMarks(svg, "pushes", ours)).toBe(2);
    expect(countMarks(svg, "replies", ours)).toBe(1);
    expect(countMarks(svg, "criticals", ours)).toBe(2);
    expect(countMarks(svg, "criticals", ours, "stroke")).toBe(1);
  });

  it.each([
    "8.3 %",
    "100.0 %",
    "told, silent after day 1",
    "told, still telling on day 30",
    "收到 12 条 · 12 came",
    "送达 12 条 · 12 told",
    "不留存，丢了 11 条 · keeps nothing, 11 lost",
    "单聊 c2c",
  ])("says %s", (words) => expect(svg).toContain(`>${words}</text>`));

  it("says in its title what it shows", () =>
    expect(svg).toContain("12 notices came; the naive relay told 1, qq-relay 12.</title>"));
});

describe("a month's counts", () => {
  it("go up by what came and was told, and what waits comes down again", () => {
    expect(month.came.at(-1)).toEqual([span.until, 12]);
    expect(month.ours.told.at(-1)).toEqual([span.until, 12]);
    expect(month.ours.waiting.at(-1)).toEqual([span.until, 0]);
    expect(Math.max(...month.ours.waiting.map(([, count]) => count))).toBe(1);
    expect(month.naive.goneCount).toBe(11);
  });
});

describe("a page's simulated parts", () => {
  const page = "a\n<!-- simulated month -->\n\nold\n\n<!-- end -->\nb\n<!-- simulated all -->\nkept\n<!-- end -->\n";

  it("are filled, each its own, and filling again changes nothing", () => {
    const filled = fill(page, "month", "new $1\n");
    expect(filled).toBe(page.replace("old", () => "new $1"));
    expect(fill(filled, "month", "new $1")).toBe(filled);
  });

  it("have to be there", () => expect(() => fill(page, "bounds", "new")).toThrow("<!-- simulated bounds -->"));
});

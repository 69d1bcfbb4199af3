import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forms } from "../../../lib/model/form.ts";
import { languages } from "../../../lib/model/language.ts";
import { levelRank, levels } from "../../../lib/model/level.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import type { SendContent } from "../../../lib/render/page/send-content.ts";
import { renderSend } from "../../../lib/render/render-send.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { anyNotices, anyStyle } from "../../support/arbitrary-notice.ts";
import { contentOf } from "../../support/content-of.ts";
import { digests } from "../../support/digests.ts";
import { styleOf } from "../../support/styles.ts";

const at = Date.parse("2026-11-20T14:00:00Z");

const notice = (other: Partial<Notice>): Notice => ({
  source: "generic",
  event: "notice",
  level: "info",
  title: "标题",
  lines: [],
  at: new Date(at).toISOString(),
  ...other,
});

const told = (content: SendContent, style: Partial<Style> = {}): readonly string[] =>
  contentOf(renderSend(content, styleOf("text", style)).message).split("\n");

const byLevel = (notices: readonly Notice[]): readonly Notice[] =>
  notices.toSorted((a, b) => levelRank(b.level) - levelRank(a.level));

/** Notices whose words tell where they went: `n7` is the title of one told by itself, `repo1` that of a tally. */
const anyHeld = fc
  .array(
    fc.record({
      level: fc.constantFrom(...levels),
      kind: fc.constantFrom("own", "own", "tally", "same"),
      repo: fc.nat(2),
      what: fc.constantFrom("pushes", "PRs"),
      pad: fc.nat(120),
      lines: fc.array(fc.constant("some detail"), { maxLength: 5 }),
      link: fc.constantFrom(undefined, "https://a.example/1", "https://a.example/2"),
    }),
    { minLength: 2, maxLength: 60 },
  )
  .map((held) =>
    byLevel(
      held.map(({ level, kind, repo, what, pad, lines, link }, index) =>
        notice({
          level,
          lines,
          title: kind === "same" ? `same${repo}` : `n${index}! ${"长".repeat(pad)}`,
          ...(kind === "tally" && { tally: { where: `repo${repo}`, what } }),
          ...(link !== undefined && { link }),
        }),
      ),
    ),
  );

/** How many notices one line of a text digest tells. */
function countOf(line: string): number {
  const [, many] =
    /^(?:• |✅ |⚠️ )repo\d： ?(\d+) (?:pushes|PRs)$/u.exec(line) ?? /^\S+ same\d（共 (\d+) 条）$/u.exec(line) ?? [];
  if (many !== undefined) return Number(many);
  return /^(?:•|✅|⚠️|❌|🚨) (?:n\d+!|same\d)/u.test(line) ? 1 : 0;
}

test("every notice is told by itself, told among its kind, or counted as left out", () => {
  const limit = fc.record({
    characters: fc.integer({ min: 325, max: 1300 }),
    bytes: fc.integer({ min: 875, max: 3500 }),
  });
  let partial = 0;
  fc.assert(
    fc.property(anyHeld, limit, (notices, limit) => {
      const style = styleOf("text", { limit });
      const { message, leftOut } = renderSend({ notices }, style);
      const [header, ...lines] = contentOf(message).split("\n");
      const [, left = "0"] = /^另有 (\d+) 条，回复“更多”查看$/.exec(lines.at(-1) ?? "") ?? [];
      const seen = lines.reduce((sum, line) => sum + countOf(line), 0);
      expect(header).toMatch(new RegExp(`^📬 1 分钟内 ${notices.length} 条`));
      expect(Number(left)).toBe(leftOut.length);
      expect(seen + leftOut.length).toBe(notices.length);
      partial += leftOut.length > 0 ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  expect(partial).toBeGreaterThan(10);
});

test.each(Array.from({ length: 60 }, (_, at) => 60 + at * 10))(
  "in %i characters a critical notice's first line comes before its link",
  (characters) => {
    const critical = notice({
      level: "critical",
      title: "disk full",
      lines: ["3% left on db-2:/data, full in 40 minutes", ...Array.from({ length: 20 }, () => "more ".repeat(9))],
      link: "https://alerts.example/group/disk-full/and/a/long/path/to/it",
    });
    const others = ["one", "two"].map((title) => notice({ title, lines: ["x ".repeat(60)] }));
    const text = told({ notices: [critical, ...others] }, { limit: { characters, bytes: 9_000 } }).join("\n");
    expect(text).toContain("disk full");
    if (text.includes("alerts.example")) expect(text).toContain("3% left on db-2:/data, full in 40 minutes");
    if (characters >= 120) expect(text).toContain("3% left on db-2:/data");
    if (characters >= 300) expect(text).toContain("https://alerts.example/group/disk-full/and/a/long/path/to/it");
  },
);

test("what is left out is never more severe than what is told, and there is always progress", () => {
  fc.assert(
    fc.property(fc.oneof(anyHeld, anyNotices(40)), anyStyle, (unsorted, style) => {
      const notices = byLevel(unsorted);
      const { leftOut } = renderSend({ notices }, style);
      const isLeft = new Set(leftOut);
      expect(leftOut).toEqual([...isLeft].toSorted((a, b) => a - b));
      expect(leftOut.every((place) => place in notices)).toBe(true);
      const shown = notices.flatMap(({ level }, place) => (isLeft.has(place) ? [] : [levelRank(level)]));
      expect(shown.length).toBeGreaterThan(0);
      const severest = Math.max(-1, ...leftOut.map((place) => levelRank(notices[place]?.level ?? "info")));
      expect(Math.min(...shown)).toBeGreaterThanOrEqual(severest >= levelRank("warning") ? severest : 0);
    }),
    { numRuns: 150 },
  );
});

test("pages of what was left out come to an end", () => {
  const content = digests("zh")["two-hundred"];
  let rest = content?.notices ?? [];
  const sizes: number[] = [];
  while (rest.length > 0 && sizes.length < 50) {
    const { leftOut } = renderSend({ notices: rest }, styleOf("text"));
    sizes.push(rest.length - leftOut.length);
    rest = leftOut.flatMap((place) => rest[place] ?? []);
  }
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(200);
  expect(sizes.length).toBeLessThan(8);
});

describe("how often a thing changed is told behind its title", () => {
  test.each([
    [{ times: 1 }, "标题", "标题"],
    [{ times: 2 }, "标题（期间变化 2 次）", "标题 (changed 2 times)"],
    [{ times: 5 }, "标题（期间变化 5 次）", "标题 (changed 5 times)"],
    [{ times: 2, resolved: true }, "标题（期间变化 2 次）", "标题 (changed 2 times)"],
    [{ times: 5, resolved: true }, "标题（反复 5 次）", "标题 (flapped 5 times)"],
  ] as const)("%j", (other, zh, en) => {
    expect(told({ notices: [notice(other)] })).toEqual([zh]);
    expect(told({ notices: [notice(other)] }, { language: "en" })).toEqual([en]);
  });

  test("and stays where the title is cut", () => {
    const long = notice({ times: 5, title: "长".repeat(2_000) });
    expect(told({ notices: [long] })).toEqual([expect.stringMatching(/^长+…（期间变化 5 次）$/)]);
  });
});

const later = (minutes: number) => ({ at: new Date(at + minutes * 60_000).toISOString() });

describe("the header", () => {
  test.each([
    ["same moment", [{}, {}], "📬 1 分钟内 2 条通知", "📬 2 notices in 1 minute"],
    ["minutes", [{}, later(59)], "📬 59 分钟内 2 条通知", "📬 2 notices in 59 minutes"],
    ["rounded up to hours", [{}, later(60.5)], "📬 2 小时内 2 条通知", "📬 2 notices in 2 hours"],
    ["an hour", [{}, later(60)], "📬 1 小时内 2 条通知", "📬 2 notices in 1 hour"],
    ["days", [later(48 * 60), {}], "📬 2 天内 2 条通知", "📬 2 notices in 2 days"],
    ["a wrong clock", [{}, later(60 * 24 * 60)], "📬 2 条通知", "📬 2 notices"],
    ["no time", [{ at: "" }, { at: "soon" }], "📬 2 条通知", "📬 2 notices"],
    [
      "levels",
      [{ at: "", level: "critical" }, { level: "error" }, { level: "warning" }, { level: "warning" }, {}],
      "📬 1 分钟内 5 条通知：1 条严重，1 条错误，2 条警告",
      "📬 5 notices in 1 minute: 1 critical, 1 error, 2 warnings",
    ],
    [
      "all critical",
      [{ level: "critical" }, { level: "critical" }],
      "📬 1 分钟内 2 条严重通知",
      "📬 2 critical notices in 1 minute",
    ],
    [
      "all warnings",
      [{ level: "warning" }, { level: "warning" }],
      "📬 1 分钟内 2 条警告通知",
      "📬 2 warnings in 1 minute",
    ],
  ] as const)("%s", (_, held, zh, en) => {
    const notices = held.map((other, index) => notice({ title: `标题 ${index}`, ...other }));
    expect(languages.map((language) => told({ notices }, { language })[0])).toEqual([zh, en]);
  });
});

const isCounted = (notices: readonly Notice[]): boolean => told({ notices }).some((line) => /： ?\d 次推送/.test(line));

describe("what is counted together", () => {
  const pushed = (who?: string, other: Partial<Notice> = {}) =>
    notice({ title: `${who} 推送了`, tally: { where: "octo/app", what: "次推送", ...(who && { who }) }, ...other });
  const others = [notice({ title: "甲" }), notice({ title: "乙" })];

  test.each([
    [["alice", "alice", "alice"], "• octo/app：3 次推送（alice）", "• octo/app: 3 次推送 by alice"],
    [["alice", "bob", "alice"], "• octo/app：3 次推送（alice、bob）", "• octo/app: 3 次推送 by alice and bob"],
    [["alice", "bob", "carol", "bob"], "• octo/app：4 次推送，3 人", "• octo/app: 4 次推送 by 3 people"],
    [["alice", "bob", undefined], "• octo/app：3 次推送", "• octo/app: 3 次推送"],
    [
      ["a".repeat(50), "a".repeat(50), "a".repeat(50)],
      "• octo/app：3 次推送，1 人",
      "• octo/app: 3 次推送 by one person",
    ],
  ])("people: %j", (people, zh, en) => {
    const notices = [...people.map((who) => pushed(who)), ...others];
    expect(told({ notices })).toContain(zh);
    expect(told({ notices }, { language: "en" })).toContain(en);
  });

  test("is nothing of three notices in all, nothing of two of a kind, nothing severe, and no warning among others", () => {
    const warning = { level: "warning" } as const;
    expect(isCounted([pushed("a"), pushed("b"), pushed("c")])).toBe(false);
    expect(isCounted([pushed("a"), pushed("b"), ...others])).toBe(false);
    expect(isCounted(["a", "b", "c", "d"].map((who) => pushed(who, { level: "error" })))).toBe(false);
    expect(isCounted([pushed("a", warning), pushed("b"), pushed("c"), ...others])).toBe(false);
    expect(isCounted([pushed("a"), pushed("b"), pushed("c"), ...others])).toBe(true);
  });

  test("has its place where the first of it was, and its newest title below", () => {
    const late = pushed("bob", later(1));
    expect(
      told({ notices: [notice({ title: "甲" }), pushed("alice"), late, notice({ title: "乙" }), pushed("carol")] }),
    ).toEqual(["📬 1 分钟内 5 条通知", "• 甲", "• octo/app：3 次推送，3 人", "　最近：bob 推送了", "• 乙"]);
  });

  test("has a mark only where all of it is of one level", () => {
    const passed = { level: "success" } as const;
    const first = (last: Partial<Notice>) =>
      told({ notices: [pushed("a", passed), pushed("b", passed), pushed("c", last), ...others] })[1];
    expect(first(passed)).toBe("✅ octo/app：3 次推送，3 人");
    expect(first({})).toBe("• octo/app：3 次推送，3 人");
  });

  test("keeps its number where the place is cut", () => {
    const where = "很长的名字".repeat(40);
    const notices = ["a", "b", "c"].map((who) => pushed(who, { tally: { where, what: "次推送" } }));
    const limit = { characters: 325, bytes: 875 };
    expect(told({ notices: [...notices, ...others, notice({ title: "丙".repeat(300) })] }, { limit })).toContainEqual(
      expect.stringMatching(/^• 很长.+…3 次推送$/),
    );
  });
});

test("things of a kind that are called by an endless name are still told", () => {
  const tally = { where: "a", what: "长".repeat(5_000) };
  const notices = Array.from({ length: 4 }, (_, index) => notice({ title: `标题 ${index}`, tally }));
  expect(told({ notices })).toContainEqual(expect.stringMatching(/^• a：4 长+…$/));
});

test("an answer that fills the message leaves every notice for the next page", () => {
  const answer = notice({ title: "状态", lines: Array.from({ length: 200 }, (_, index) => `第 ${index} 行有些内容`) });
  const notices = [notice({ level: "critical", title: "甲".repeat(60) }), notice({ title: "乙" })];
  const lines = told({ answer, notices, note: "完" });
  expect(lines.slice(0, 2)).toEqual(["状态", "第 0 行有些内容"]);
  expect(lines.slice(-3)).toEqual(["另有 2 条，回复“更多”查看", "──────", "完"]);
  expect(renderSend({ answer, notices: notices.slice(0, 1) }, styleOf("text")).leftOut).toEqual([0]);
});

test("where an ark has no room but for its own signs, plain text is sent", () => {
  const style = styleOf("ark", { limit: { characters: 325, bytes: 875 } });
  const { message } = renderSend(digests("zh")["digest-with-note"] ?? { notices: [] }, style);
  expect(contentOf(message)).toContain("octo/app:main 的 CI 失败了");
});

test.each(forms)("200 notices are told as %s in less than 5 ms", (form) => {
  const content = digests("zh")["two-hundred"] ?? { notices: [] };
  const durations = Array.from({ length: 25 }, () => {
    const start = performance.now();
    renderSend(content, styleOf(form));
    return performance.now() - start;
  });
  expect(Math.min(...durations)).toBeLessThan(5);
});

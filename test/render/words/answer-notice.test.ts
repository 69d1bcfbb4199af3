import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { CommandResult } from "../../../lib/model/command-result.ts";
import { languages } from "../../../lib/model/language.ts";
import { sceneNames, scenes } from "../../../lib/model/scene.ts";
import type { Status } from "../../../lib/model/status.ts";
import { answerNotice } from "../../../lib/render/words/answer-notice.ts";
import { render } from "../../support/render.ts";
import { sizeLimits } from "../../../lib/render/style/limits.ts";
import { noon } from "../../support/build.ts";
import { styleOf } from "../../support/styles.ts";

const zone = "Asia/Shanghai";
const minute = 60_000;
const hour = 60 * minute;
const december = Date.parse("2026-12-01T00:00:00+08:00");

const quiet: Status = {
  proactive: { kind: "counted", rules: [{ every: "month", left: 3, max: 4, opensAt: december }] },
  held: 0,
  counted: 0,
  windows: [{ closesAt: noon + 4.6 * minute, left: 4 }],
  mutes: [],
  bound: [],
};

const status = (more: Partial<Status>): CommandResult => ({ kind: "status", status: { ...quiet, ...more } });

const results: Readonly<Record<string, CommandResult>> = {
  help: { kind: "help", routes: ["ci", "alerts"] },
  "help, no route sends here": { kind: "help", routes: [] },
  "help, many routes": { kind: "help", routes: Array.from({ length: 14 }, (_, at) => `app-${at + 1}`) },
  unclear: { kind: "unclear" },
  "status, nothing special": status({}),
  "status, everything at once": status({
    proactive: { kind: "counted", rules: [{ every: "month", left: 0, max: 4, opensAt: december }] },
    held: 3,
    counted: 12,
    windows: [
      { closesAt: noon + 4.2 * minute, left: 1 },
      { closesAt: noon + 4.4 * minute, left: 5 },
      { closesAt: noon + 55 * minute, left: 4 },
    ],
    muted: { until: noon + 2 * hour, all: false },
    mutes: [{ route: "alerts", until: noon + 20 * hour }],
    bound: ["ci", "alerts"],
  }),
  "status, in a channel, where a limit a minute is of no matter": status({
    proactive: {
      kind: "counted",
      rules: [
        { every: "day", left: 18, max: 20, opensAt: noon + 12 * hour },
        { every: "minute", left: 0, max: 20, opensAt: noon + minute },
        { every: "second", left: 5, max: 5, opensAt: noon },
      ],
    },
    held: 1,
    windows: [{ closesAt: noon + 5 * minute }],
  }),
  "status, pushes turned off": status({ proactive: { kind: "denied" }, held: 2, windows: [] }),
  "status, pushes refused": status({ proactive: { kind: "denied", until: noon + hour }, held: 2, windows: [] }),
  "status, removed": status({ proactive: { kind: "gone" }, held: 2, windows: [] }),
  "status, not found": status({ proactive: { kind: "gone", until: noon + 24 * hour }, held: 2, windows: [] }),
  "status, replies only": status({ proactive: { kind: "replies-only" } }),
  "status, a quota wider than this chat used up": status({
    proactive: { kind: "closed", until: noon + 12 * hour, of: "bot" },
    held: 2,
  }),
  "status, all muted": status({ muted: { until: noon + 20 * hour, all: true }, held: 1 }),
  "status, a guild's quota used up": status({
    proactive: { kind: "closed", until: noon + 12 * hour, of: "guild" },
    windows: [],
  }),
  "status, no limits": status({ proactive: { kind: "counted", rules: [] }, windows: [] }),
  "digest, nothing held": { kind: "nothing-held", asked: "digest" },
  "more, nothing left": { kind: "nothing-held", asked: "more" },
  page: {
    kind: "page",
    notices: [
      { title: "InstanceDown api-1", level: "critical" },
      { title: "octo 推送了 3 个提交到 octo/app:main", level: "info" },
      { title: `构建失败：${"很长的标题".repeat(30)}`, level: "error" },
    ],
    left: 9,
  },
  "last page": { kind: "page", notices: [{ title: "备份完成", level: "success" }], left: 0 },
  muted: { kind: "muted", until: noon + 2 * hour },
  "muted, one route, over night": { kind: "muted", until: noon + 24 * hour, route: "ci" },
  "muted, for longer than is possible": { kind: "muted", until: noon + 720 * hour, capped: true },
  "muted, all of it": { kind: "muted", until: noon + 2 * hour, all: true },
  "digest, muted": { kind: "held-by-mute", until: noon + 2 * hour, held: 1 },
  "digest, muted over night": { kind: "held-by-mute", until: noon + 20 * hour, held: 12 },
  "digest, one route muted": { kind: "held-by-mute", until: noon + 2 * hour, held: 3, route: "ci" },
  unmuted: { kind: "unmuted" },
  "unmuted, one route": { kind: "unmuted", route: "ci" },
  bound: { kind: "bound", route: "ci", held: 0 },
  "bound, with what was held": { kind: "bound", route: "ci", held: 3 },
  "bind failed": { kind: "bind-failed" },
  "code of another scene": { kind: "wrong-scene", scene: "group" },
  "too many guesses": { kind: "too-many-guesses" },
  unbound: { kind: "unbound", routes: ["ci", "alerts"] },
  "not bound": { kind: "not-bound" },
  "unknown route": { kind: "unknown-route", route: "cj", known: ["ci", "alerts"] },
  "unknown route, none here": { kind: "unknown-route", route: "ci", known: [] },
  "not allowed": { kind: "not-allowed", role: "member" },
  "not allowed, role unknown": { kind: "not-allowed", role: "unknown" },
};

const show = (result: CommandResult, language: (typeof languages)[number], scene: (typeof sceneNames)[number]) => {
  const style = styleOf("text", { language, wire: scenes[scene].wire, limit: sizeLimits[scene] });
  const message = render([answerNotice(result, language, zone, noon)], style);
  return message.form === "text" ? message.content : "";
};

test.each(languages)("answers in %s read as they should, 2026-11-21 12:00", async (language) => {
  const text = Object.entries(results).map(([name, result]) => `# ${name}\n${show(result, language, "group")}\n`);
  const file = join(import.meta.dirname, "..", "..", "golden", "answers", `${language}.txt`);
  await expect(text.join("\n")).toMatchFileSnapshot(file);
});

describe.each(languages)("in %s", (language) => {
  test.each(sceneNames)("ten long titles fit a page of %s with nothing cut away", (scene) => {
    const notices = Array.from({ length: 10 }, (_, at) => ({
      title: `${at} & <b>${"很长的标题".repeat(20)}`,
      level: "critical" as const,
    }));
    const lines = show({ kind: "page", notices, left: 290 }, language, scene).split("\n");
    expect(
      lines
        .slice(1, 11)
        .map((line) => line.charAt("🚨 ".length))
        .join(""),
    ).toBe("0123456789");
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toContain("290");
  });
});

it("is from the relay, now, and what failed is marked", () => {
  expect(answerNotice({ kind: "bind-failed" }, "zh", zone, noon)).toMatchObject({
    source: "relay",
    event: "answer.bind-failed",
    level: "warning",
    at: "2026-11-21T04:00:00.000Z",
  });
});

import { describe, expect, it, test } from "vitest";
import * as fc from "fast-check";
import type { Command } from "../../../lib/model/command.ts";
import { readCommand } from "../../../lib/policy/command/read-command.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const mute = (ms: number, route?: string, more: object = {}): Command => ({
  kind: "mute",
  time: { ms },
  ...(route !== undefined && { route }),
  ...more,
});

const tillMorning = (route?: string): Command => ({
  kind: "mute",
  time: { until: "morning" },
  ...(route !== undefined && { route }),
});

describe("said as they are meant", () => {
  test.each<[string, Command["kind"]]>([
    ["help", "help"],
    ["帮助", "help"],
    ["?", "help"],
    ["？", "help"],
    ["？？", "help"],
    ["status", "status"],
    ["状态", "status"],
    ["digest", "digest"],
    ["摘要", "digest"],
    ["more", "more"],
    ["更多", "more"],
    ["下一页", "more"],
    ["unmute", "unmute"],
    ["取消静音", "unmute"],
    ["解除静音", "unmute"],
    ["unbind", "unbind"],
    ["解绑", "unbind"],
    ["取消绑定", "unbind"],
  ])("%s", (text, kind) => {
    const command = { kind };
    const full = text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
    const marked = [`/${text}`, `／${text}`, `\u3000/ ${text}\n`, ` ${text}  `, `\u200b${text}`];
    const ended = ["!", "！", "。", "~", "？"].map((end) => text + end);
    for (const said of [text, text.toUpperCase(), full, ...marked, ...ended])
      expect([said, readCommand(said)]).toEqual([said, command]);
  });
});

test.each<[string, Command]>([
  ["mute", mute(hour)],
  ["静音", mute(hour)],
  ["/mute 30s", mute(30_000)],
  ["mute 15m", mute(15 * minute)],
  ["mute 2h", mute(2 * hour)],
  ["mute 3d", mute(3 * day)],
  ["Mute 2 Hours", mute(2 * hour)],
  ["mute 90 mins ci", mute(90 * minute, "ci")],
  ["mute 1h30m", mute(90 * minute)],
  ["静音 2h", mute(2 * hour)],
  ["静音２ｈ", mute(2 * hour)],
  ["静音2小时", mute(2 * hour)],
  ["静音 ３０ 分钟", mute(30 * minute)],
  ["静音两小时", mute(2 * hour)],
  ["静音一个小时", mute(hour)],
  ["静音半小时", mute(hour / 2)],
  ["静音十五分钟", mute(15 * minute)],
  ["静音三十分", mute(30 * minute)],
  ["静音 二十五 天", mute(25 * day)],
  ["静音1天12小时", mute(1.5 * day)],
  ["mute 30d", mute(30 * day)],
  ["mute 31d", mute(30 * day, undefined, { capped: true })],
  ["mute 999999d ci", mute(30 * day, "ci", { capped: true })],
  ["静音 1周", mute(7 * day)],
  ["静音两周 ci", mute(14 * day, "ci")],
  ["静音一个星期", mute(7 * day)],
  ["静音 1天", mute(day)],
  ["mute 1w ci", mute(7 * day, "ci")],
  ["mute 2 weeks", mute(14 * day)],
  ["静音 明早", tillMorning()],
  ["静音明早", tillMorning()],
  ["静音到明早 ci", tillMorning("ci")],
  ["静音 ci 明早", tillMorning("ci")],
  ["mute tomorrow morning", tillMorning()],
  ["/mute until tomorrow morning", tillMorning()],
  ["mute ci tomorrow morning", tillMorning("ci")],
  ["mute 2h ci", mute(2 * hour, "ci")],
  ["mute ci 2h", mute(2 * hour, "ci")],
  ["静音 2小时 CI_main-2", mute(2 * hour, "CI_main-2")],
  ["静音 ci", mute(hour, "ci")],
  ["mute 2h 3d-print", mute(2 * hour, "3d-print")],
  ["mute all", mute(hour, undefined, { all: true })],
  ["静音全部", mute(hour, undefined, { all: true })],
  ["静音 2h 全部", mute(2 * hour, undefined, { all: true })],
  ["静音 所有 明早", { ...tillMorning(), all: true } as Command],
  ["unmute ci", { kind: "unmute", route: "ci" }],
  ["取消静音 ci", { kind: "unmute", route: "ci" }],
  ["取消静音全部", { kind: "unmute" }],
  ["bind ABCD2345", { kind: "bind", code: "ABCD2345" }],
  ["/bind abcd2345", { kind: "bind", code: "ABCD2345" }],
  ["绑定ＡＢＣＤ２３４５", { kind: "bind", code: "ABCD2345" }],
  ["绑定 abcd-2345。", { kind: "bind", code: "ABCD2345" }],
  ["绑定「ABCD 2345」", { kind: "bind", code: "ABCD2345" }],
  ["/bind 12345", { kind: "bind", code: "12345" }],
  ["/绑定 o0il1", { kind: "bind", code: "O0IL1" }],
])("%s", (text, command) => {
  expect(readCommand(text)).toEqual(command);
});

describe("after a slash", () => {
  test.each<[string, Command]>([
    ["/help anything", { kind: "help" }],
    ["/status please", { kind: "status" }],
    ["/更多信息", { kind: "more" }],
    ["/unbind ci", { kind: "unbind" }],
    ["/bind", { kind: "help" }],
    ["/bind my account", { kind: "help" }],
    ["/mute 0h", { kind: "help" }],
    ["/mute until the meeting", { kind: "help" }],
    ["/静音到明天", { kind: "help" }],
    ["/unmute the build", { kind: "help" }],
  ])("%s is %j", (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });
});

test.each([
  "绑定",
  "bind",
  "静音到明天早上",
  "静音到明天",
  "静音：2h",
  "静音一下",
  "静音 0h",
  "静音2小时吧",
  "静音 2h 全部 ci",
  "关闭静音",
  "菜单",
  "额度",
  "退订",
  "Menu!",
  "stauts",
  "hepl",
  "hlep",
  "statu",
  "digets",
  "morre",
  "muted",
  "mtue 2h",
  "unmut",
  "/stauts",
  "bnid ABCD2345",
  "mute this please",
  "mute the alerts for 2h",
  "bind everyone",
  "bind my account",
  "bind ABCD23456",
  "绑定 我的ABCD2345",
  "unbind ci",
  "解绑一下",
])("%j seems to be meant as a command", (text) => {
  expect(readCommand(text)).toEqual({ kind: "unclear" });
});

test.each([
  "",
  "/",
  "//help",
  "你好",
  "/deploy",
  "/helpful",
  "help me with the build",
  "helpful",
  "help-desk",
  "help's on the way",
  "hello",
  "I need help",
  "needs help",
  "需要帮助",
  "帮助我看看构建",
  "状态不错",
  "status of the build?",
  "more coffee",
  "find the bug",
  "更多信息",
  "额度是不是快没有了",
  "绑定这件事情我们明天早上开会的时候再一起商量一下吧，大家先想想",
  "mute was the word that we were looking for",
  `mute ${" ".repeat(100)}`,
])("%j is no command", (text) => {
  expect(readCommand(text)).toBeUndefined();
});

it("mutes for more than nothing and at most 30 days, and names routes that can be, whatever is said", () => {
  const words = fc.constantFrom(
    "/",
    "mute",
    "静音",
    "unmute",
    "bind",
    "2h",
    "十",
    "半",
    "个",
    "小时",
    "周",
    "明早",
    "m",
    "ci",
    " ",
    "9",
  );
  const said = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(words, { maxLength: 12 }).map((all) => all.join("")),
  );
  const mutes = said.map(readCommand).filter((command) => command?.kind === "mute");
  fc.assert(
    fc.property(mutes, ({ time, route }) => {
      const ms = "ms" in time ? time.ms : hour;
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(30 * day);
      expect(route ?? "x").toMatch(/^[A-Za-z0-9][\w-]{0,63}$/);
    }),
  );
});

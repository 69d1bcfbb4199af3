import { describe, expect, it } from "vitest";
import { headerText } from "../../../lib/sources/facade/header-text.ts";
import { type ParamName, readParam } from "../../../lib/sources/ntfy/params.ts";
import { inboundOf } from "../../support/inbound.ts";

type Sent = { readonly headers?: Record<string, string>; readonly query?: Record<string, string> };

/** As Node hands on what a client sent raw: byte by byte. */
const raw = (text: string): string => Buffer.from(text).toString("latin1");

it.each<[ParamName, Sent, string | undefined]>([
  ["title", { headers: { t: "short", "x-title": "long" }, query: { title: "query" } }, "long"],
  ["title", { headers: { title: " " }, query: { t: "short" } }, "short"],
  ["priority", { headers: { priority: "u=1, i" }, query: { prio: "4" } }, "4"],
  ["priority", { headers: { priority: "u=3", "x-priority": "high" } }, "high"],
  ["tags", { query: { ta: "a,b" } }, "a,b"],
  ["message", { headers: { m: String.raw`one\ntwo` } }, "one\ntwo"],
  ["message", { query: { message: String.raw`one\ntwo` } }, "one\ntwo"],
  ["title", { headers: { title: String.raw`C:\new` } }, String.raw`C:\new`],
  ["filename", { headers: { f: "a.txt" } }, "a.txt"],
  ["delay", { query: { in: "30min" } }, "30min"],
  ["click", {}, undefined],
])("%s of %j", (name, sent, value) => {
  expect(readParam(inboundOf(sent), name)).toBe(value);
});

describe("a header", () => {
  it.each([
    ["plain words", "plain words"],
    [raw("标题 ü"), "标题 ü"],
    ["标题", "标题"],
    ["caf\u00e9", "café"],
    ["=?utf-8?B?5qCH6aKY?=", "标题"],
    ["=?UTF-8?Q?caf=C3=A9_1?= and =?utf-8?b?5qCH?=", "café 1 and 标"],
    ["=?utf-8?B?5qCH?= =?utf-8?B?6aKY?=", "标题"],
    ["=?gbk?B?serM4g==?=", "标题"],
    ["=?no-such?B?5qCH?=", "=?no-such?B?5qCH?="],
    ["=?utf-8?B?/////w==?=", "=?utf-8?B?/////w==?="],
    ["=?utf-8?X?5qCH?=", "=?utf-8?X?5qCH?="],
    ["", ""],
  ])("%j says %j", (value, text) => {
    expect(headerText(value)).toBe(text);
  });
});

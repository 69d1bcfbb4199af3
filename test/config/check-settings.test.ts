import { expect, test } from "vitest";
import { checkSettings } from "../../lib/config/check-settings.ts";
import { defaultSettings } from "../../lib/model/settings.ts";

test.each([undefined, {}, { language: undefined }])("%j leaves every default", (settings) => {
  expect(checkSettings(settings)).toEqual({ settings: defaultSettings });
});

test.each([
  { language: "en" },
  { limits: "2026", certified: true },
  { limits: { preset: "2026" } },
  { limits: "published" },
  { limits: { preset: "auto", override: { group: { proactive: { "target-month": 3, "target-day": 30 } } } } },
  { limits: { override: { group: { proactive: 0 } } } },
  { limits: { override: { c2c: { proactive: { "target-month": null }, reply: { minutes: 30, times: null } } } } },
  { limits: { preset: "2026", override: { group: { proactive: { "bot-minute": 10 } } } } },
  { timeZone: "America/Los_Angeles", links: "defang", commands: "admins", retentionDays: 7, events: "gateway" },
  { domains: ["example.cn", "a-b.example.com.cn"] },
  { links: "redirect", domains: ["example.cn"], redirect: "https://r.example.cn:8443/go?to={url}&from=qq" },
  { domains: ["example.cn"], redirect: "http://example.cn/{url}" },
  { warnTo: "me" },
])("%j changes what it names", (settings) => {
  expect(checkSettings(settings)).toEqual({ settings: { ...defaultSettings, ...settings } });
});

test.each<[unknown, string]>([
  [
    { lang: "en" },
    'has unknown "lang"; it may have limits, certified, wakeup, language, timeZone, links, domains, redirect, commands, warnTo, retentionDays, events',
  ],
  [{ commands: "owner" }, 'commands "owner" is none of everyone, admins'],
  [{ language: "fr" }, 'language "fr" is none of zh, en'],
  [{ timeZone: "Asia/Beijing2" }, 'timeZone "Asia/Beijing2" is not a time zone; write for example "Asia/Shanghai"'],
  [{ links: "hide" }, 'links "hide" is none of keep, redirect, defang, strip'],
  [
    { domains: ["https://example.cn"] },
    'domains[0] "https://example.cn" is not a domain; write for example "example.cn"',
  ],
  [{ domains: ["localhost"] }, 'domains[0] "localhost" is not a domain; write for example "example.cn"'],
  [{ domains: ["127.0.0.1"] }, 'domains[0] "127.0.0.1" is not a domain; write for example "example.cn"'],
  [
    { links: "redirect" },
    'links "redirect" needs a redirect; write for example redirect: "https://r.example.cn/go?to={url}"',
  ],
  [
    { redirect: "https://r.example.cn/go?to={url}" },
    'redirect is of "r.example.cn", which is not in domains; register it with QQ, then add it there',
  ],
  ...[
    "https://r.example.cn/go",
    "https://r.example.cn/{url}{url}",
    "https://{url}.example.cn/",
    "https://{url}",
    "{url}",
    "https://me:pw@example.cn/{url}",
    "ftp://example.cn/{url}",
    "https://example.cn/a b?to={url}",
    "https://example.cn/中?to={url}",
  ].map((redirect): [unknown, string] => [
    { domains: ["example.cn"], redirect },
    `redirect "${redirect}" is not a page with one {url} behind its host; write for example "https://r.example.cn/go?to={url}"`,
  ]),
  [{ warnTo: ["me"] }, "warnTo must be text"],
  [{ events: "websocket" }, 'events "websocket" is none of gateway, callback'],
  [{ retentionDays: 0 }, "retentionDays must be 1 or more"],
  [{ retentionDays: "30" }, "retentionDays must be a number"],
  [{ certified: "yes" }, "certified must be true or false"],
  [{ wakeup: "off" }, "wakeup must be true or false"],
  [{ limits: "2027" }, 'limits "2027" is none of 2026, published, auto, nor { preset, override }'],
  [{ limits: 5 }, "limits 5 is none of 2026, published, auto, nor { preset, override }"],
  [{ limits: { preset: "2027" } }, 'limits.preset "2027" is none of 2026, published, auto'],
  [{ limits: { overide: {} } }, 'limits has unknown "overide"; it may have preset, override'],
  [
    { limits: { override: { groups: {} } } },
    'limits.override has unknown "groups"; it may have c2c, group, channel, dm',
  ],
  [{ limits: { override: { group: { proactive: -1 } } } }, "limits.override.group.proactive must be 0 or more"],
  [
    { limits: { override: { group: { proactive: "none" } } } },
    "limits.override.group.proactive must be a whole number of 0 or more, or an object of such numbers by rule",
  ],
  [
    { limits: { preset: "published", override: { group: { proactive: { "target-day": 5 } } } } },
    'limits.override.group.proactive has no rule "target-day"; preset published has target-month',
  ],
  [
    { limits: { override: { dm: { proactive: { "target-week": 5 } } } } },
    'limits.override.dm.proactive has no rule "target-week"; preset auto has target-day, bot-day',
  ],
  [{ limits: { override: { dm: { reply: { minutes: 0 } } } } }, "limits.override.dm.reply.minutes must be more than 0"],
  ["zh", "must be an object"],
])("%j: %s", (settings, fault) => {
  const zh = expect.stringMatching(/^设置：.*\p{Script=Han}/u);
  expect(checkSettings(settings)).toEqual({ faults: [{ zh, en: `settings: ${fault}` }] });
});

test("all faults are told at once", () => {
  expect(checkSettings({ language: "fr", links: "x", timeZone: 5 })).toEqual({
    faults: [
      { zh: '设置：language "fr" 不是 zh、en 之一', en: expect.stringContaining("language") },
      { zh: "设置：timeZone 要写成文字", en: expect.stringContaining("timeZone must be text") },
      { zh: '设置：links "x" 不是 keep、redirect、defang、strip 之一', en: expect.stringContaining("links") },
    ],
  });
});

import { expect, test } from "vitest";
import { checkRoutes } from "../../lib/config/check-routes.ts";
import type { Routes } from "../../lib/model/route.ts";

const known = {
  sources: {
    github: {
      auth: "github",
      events: { push: [], pull_request: ["opened", "closed"], issues: ["opened"], repository_dispatch: true },
      hasBranches: true,
    },
    alertmanager: { auth: "bearer", events: { firing: [], resolved: [] } },
    generic: { auth: "bearer" },
    chat: { auth: "dialect", dialect: { taken: () => undefined } },
  },
} as const;

const good = { scene: "group", source: "github", secret: "GithubSecret", to: ["4C8F"] };
/** What the checker says, in English; in Chinese it says as much, and of the same route. */
function english(result: ReturnType<typeof checkRoutes>) {
  if (!("faults" in result)) return result;
  for (const { zh, en } of result.faults) {
    const [, route] = /^route ("[^"]*"):/.exec(en) ?? [];
    expect(zh).toMatch(/\p{Script=Han}/u);
    if (route !== undefined) expect(zh).toContain(`路由 ${route}：`);
  }
  return { faults: result.faults.map(({ en }) => en) };
}

const checkAll = (routes: unknown) => english(checkRoutes(routes, known));
const check = (route: unknown) => checkAll({ ci: route });

const filter = () => true;
const map = () => undefined;
const kv = () => [];
const params = () => ({});

test("a route that says all there is to say passes unchanged", () => {
  const routes = {
    ci: {
      ...good,
      secret: ["GithubSecret", "OldGithubSecret"],
      auth: "hmac",
      only: ["push", "pull_request.opened"],
      except: ["push"],
      branches: ["main", "!wip/**"],
      ignoreBots: true,
      repeat: "2m",
      filter,
      map,
      form: "ark",
      ark: 24,
      policy: {
        proactive: "critical",
        reserve: 0,
        maxAge: "7d",
        onUnsure: "assume-sent",
        digestAt: "9:00",
        quiet: { from: "23:00", to: "08:00" },
        spill: { to: "alerts", after: "2h" },
      },
    },
    alerts: {
      scene: "channel",
      source: "alertmanager",
      secret: "A",
      to: [{ id: "1", guild: "2" }, { id: "3" }, "4"],
      policy: { spill: { to: "me", after: "30m" } },
    },
    me: { scene: "c2c", source: "generic", open: true, to: "bound", fields: { title: "$.a['b c'][0]" } },
    direct: { scene: "dm", source: "generic", secret: "A", to: [{ user: "1", guild: "2" }, "3"], auth: "key" },
    card: { ...good, form: "ark", ark: { template: 1001, kv }, links: "redirect" },
    filled: {
      ...good,
      scene: "channel",
      form: "markdown",
      template: { id: "101_16", params },
      buttons: { id: "62_17" },
    },
    oncall: { ...good, form: "markdown", buttons: true, mention: { critical: ["8F2C0E41", "u_1-2"], info: [] } },
    embed: { ...good, scene: "channel", form: "embed" },
    both: {
      ...good,
      source: ["github", "chat", "generic"],
      only: ["push"],
      fields: { title: "$.a" },
      levels: { P1: "critical" },
    },
    chat: { ...good, source: "chat", to: ["4C8F", "5D90"], pick: { "10001": "4C8F", "@ops": "5D90" } },
    monitor: { ...good, source: ["chat", "generic"], answer: 200 },
  } satisfies Record<string, unknown>;
  expect(checkAll(routes)).toEqual({ routes });
});

test("what is there but undefined is not there", () => {
  expect(check({ ...good, only: undefined })).toEqual({ routes: { ci: good } });
});

test("no routes are no fault", () => {
  expect(checkAll({})).toEqual({ routes: {} satisfies Routes });
});

const { to: _to, ...goodWithoutTo } = good;
const { secret: _secret, ...goodWithoutSecret } = good;
const dm = { ...good, scene: "dm" };
const channel = { ...good, scene: "channel" };

test.each<[unknown, string]>([
  [{ ...good, scene: "guild" }, 'scene "guild" is none of c2c, group, channel, dm'],
  [{ ...good, source: "gitlab" }, 'source "gitlab" is none of github, alertmanager, generic, chat'],
  [{ ...good, source: "toString" }, 'source "toString" is none of github, alertmanager, generic, chat'],
  [
    { ...good, polcy: {} },
    'has unknown "polcy"; it may have scene, source, secret, topic, auth, headers, open, to, pick, answer, only, except, branches, ignoreBots, filter, map, repeat, fields, levels, form, ark, template, buttons, links, mention, policy',
  ],
  [
    { ...good, policy: { maxage: "7d" } },
    'policy has unknown "maxage"; it may have proactive, reserve, maxAge, onUnsure, digestAt, quiet, settle, spill',
  ],
  [
    goodWithoutSecret,
    'secret is missing (auth is github); name the sender\'s secret, for example secret: "CiSecret", or say open: true to take anything from anybody',
  ],
  [
    { scene: "group", source: "chat", to: ["4C8F"] },
    'secret is missing; name the sender\'s secret, for example secret: "CiSecret", or say open: true to take anything from anybody',
  ],
  [
    { ...good, secret: [] },
    'secret is missing (auth is github); name the sender\'s secret, for example secret: "CiSecret", or say open: true to take anything from anybody',
  ],
  [{ ...good, open: true }, "has a secret and open: true; take one of them away"],
  [{ ...goodWithoutSecret, open: true, auth: "key" }, "auth means nothing beside open: true; take one of them away"],
  [{ ...good, open: false }, "open false is none of true"],
  [
    { ...good, secret: "QqAppSecret" },
    'secret "QqAppSecret" is a name that the relay itself uses; choose another, for example "CiSecret"',
  ],
  [
    { ...good, secret: ["A", "Relay"] },
    'secret "Relay" is a name that the relay itself uses; choose another, for example "CiSecret"',
  ],
  [
    { ...good, secret: "WAKE" },
    'secret "WAKE" is a name that the relay itself uses; choose another, for example "CiSecret"',
  ],
  [{ ...good, auth: "none" }, 'auth "none" is none of github, grafana, hmac, bearer, basic, key'],
  [goodWithoutTo, 'to is missing; it must be a list of ids, or "bound"'],
  [{ ...good, to: [] }, 'to is empty; name at least one id, or write "bound"'],
  [{ ...good, to: "4C8F" }, 'to must be a list of ids, or "bound"'],
  [{ ...good, to: ["a", ""] }, "to[1] is not an id: it is empty or has spaces"],
  [{ ...good, to: ["4C 8F"] }, "to[0] is not an id: it is empty or has spaces"],
  [
    { ...good, to: [5] },
    "to[0] must be an id without spaces, { id, guild } for a channel, or { user, guild } for a dm",
  ],
  [{ ...good, scene: undefined }, "scene is missing; write one of c2c, group, channel, dm"],
  [{ ...good, source: undefined }, "source is missing"],
  [{ ...good, source: [] }, "source is empty; name at least one source"],
  [{ ...good, source: ["github", "slakc"] }, 'source "slakc" is none of github, alertmanager, generic, chat'],
  [{ ...good, source: ["chat", "github", "chat"] }, 'source[2] "chat" is there already; take one of them away'],
  [
    { ...good, source: ["generic", "github"] },
    'source[0] "generic" takes anything, so that those after it never would; move it to the end',
  ],
  [
    { ...goodWithoutSecret, source: "chat" },
    'secret is missing; name the sender\'s secret, for example secret: "CiSecret", or say open: true to take anything from anybody',
  ],
  [{ ...good, source: "chat", auth: "dialect" }, 'auth "dialect" is none of github, grafana, hmac, bearer, basic, key'],
  [
    { ...good, source: ["github", "chat"], fields: {} },
    'fields are for source "generic"; other sources know their own',
  ],
  [
    { ...good, source: ["github", "chat"], only: ["pusch"] },
    'only[0] "pusch" is no event of github, chat; did you mean "push"?',
  ],
  [
    { ...good, source: "chat", pick: { "10001": "5D90" } },
    'pick "10001" leads to "5D90", which is not in to; name it there ("bound" cannot be picked from)',
  ],
  [
    { ...good, source: "chat", to: "bound", pick: { "10001": "4C8F" } },
    'pick "10001" leads to "4C8F", which is not in to; name it there ("bound" cannot be picked from)',
  ],
  [{ ...good, source: "chat", pick: { "10001": "4C 8F" } }, "pick.10001 is not an id: it is empty or has spaces"],
  [{ ...good, answer: 202 }, "answer 202 is none of 200"],
  [
    { ...good, source: "chat", answer: 200 },
    "answer is for sources without answers of their own; this one answers in its vendor's words: take it away",
  ],
  [{ ...channel, to: [{ id: "1", guild: " " }] }, "to[0].guild is not an id: it is empty or has spaces"],
  [{ ...dm, to: [{ user: "1" }] }, "to[0].guild is missing"],
  [{ ...good, to: ["1", "2", "1"] }, "to[2] repeats to[0]; take one of them away"],
  [{ ...good, to: [{ user: "1", guild: "2" }] }, "to[0] has a user, which only scene dm takes; give the id alone"],
  [
    { ...good, to: [{ id: "1", guild: "2" }] },
    "to[0] has a guild beside an id, which only scene channel takes; give the id alone",
  ],
  [{ ...good, only: ["push "] }, 'only[0] "push " is not an event; write for example "push" or "issues.opened"'],
  [{ ...good, except: "push" }, "except must be a list"],
  [{ ...good, branches: [""] }, 'branches[0] "" is not a branch pattern; write for example "release/*" or "!wip/**"'],
  [{ ...good, ignoreBots: "yes" }, "ignoreBots must be true or false"],
  [{ ...good, filter: "push" }, "filter must be a function"],
  [{ ...good, map: {} }, "map must be a function"],
  [{ ...good, form: "media" }, 'form "media" is none of text, markdown, ark, embed'],
  [{ ...good, form: "embed" }, 'form "embed" is for scenes channel and dm; scene group takes text, markdown and ark'],
  [
    { ...good, scene: "c2c", form: "embed" },
    'form "embed" is for scenes channel and dm; scene c2c takes text, markdown and ark',
  ],
  [{ ...good, form: "ark", ark: 25 }, "ark 25 is none of 23, 24, 37, nor { template, kv }"],
  [{ ...good, form: "ark", ark: "23" }, 'ark "23" is none of 23, 24, 37, nor { template, kv }'],
  [{ ...good, form: "ark", ark: { template: 0, kv } }, "ark.template must be the number that QQ gave the template"],
  [{ ...good, form: "ark", ark: { template: 1001, kv: [] } }, "ark.kv must be a function"],
  [{ ...good, form: "ark", ark: { template: 1001 } }, "ark.kv must be a function"],
  [{ ...good, form: "ark", ark: { template: 1001, kv, params } }, 'ark has unknown "params"; it may have template, kv'],
  [{ ...good, template: { id: "1", params } }, 'template is for form "markdown"; add form: "markdown" or take it away'],
  [{ ...good, form: "markdown", template: { id: "1" } }, "template.params must be a function"],
  [
    { ...good, form: "markdown", template: { id: "1 2", params } },
    "template.id is not an id: it is empty or has spaces",
  ],
  [{ ...good, form: "markdown", template: params }, "template must be an object"],
  [{ ...good, buttons: true }, 'buttons stand below form "markdown"; add form: "markdown" or take them away'],
  [{ ...good, form: "markdown", buttons: false }, "buttons must be true, or { id } of a keyboard that QQ approved"],
  [{ ...good, form: "markdown", buttons: { id: "" } }, "buttons.id is not an id: it is empty or has spaces"],
  [{ ...good, links: "hide" }, 'links "hide" is none of keep, redirect, defang, strip'],
  [
    { ...good, scene: "c2c", mention: { critical: ["1"] } },
    "mention is for scenes group and channel; in c2c there is nobody else to mention",
  ],
  [
    { ...good, form: "ark", mention: { critical: ["1"] } },
    "mention is for forms text and markdown; an ark cannot mention",
  ],
  [
    { ...good, form: "markdown", template: { id: "1", params }, mention: { critical: ["1"] } },
    "mention has no place in a template; take one of them away",
  ],
  [
    { ...good, mention: { critical: ['1" /><qqbot-at-everyone /'] } },
    'mention.critical[0] "1\\" /><qqbot-at-everyone /" is not the id of a user: up to 64 letters, digits, _ and -',
  ],
  [{ ...good, mention: { critical: "1" } }, "mention.critical must be a list"],
  [
    { ...good, mention: { critical: Array.from({ length: 11 }, (_, at) => `${at}`) } },
    "mention.critical has more than 10 users; a message has to have room for its words",
  ],
  [
    { ...good, mention: { urgent: ["1"] } },
    'mention has unknown "urgent"; it may have info, success, warning, error, critical',
  ],
  [{ ...good, ark: 23 }, 'ark is the template of form "ark"; add form: "ark" or take it away'],
  [
    { ...good, headers: { signature: "X-Sig" } },
    'headers name what auth "grafana" reads; add auth: "grafana" or take them away',
  ],
  [
    { ...good, auth: "grafana", headers: { signature: "x sig" } },
    'headers.signature "x sig" is not the name of a header; write for example "X-Grafana-Alerting-Signature"',
  ],
  [
    { ...good, levels: { "1": "critical" } },
    "levels are for senders with levels of their own; GitHub's events have none: take them away",
  ],
  [
    { ...good, source: "generic", levels: { "1": "urgent" } },
    'levels.1 "urgent" is none of info, success, warning, error, critical',
  ],
  [{ ...good, fields: {} }, 'fields are for source "generic"; other sources know their own'],
  [
    { ...good, source: "generic", fields: { title: "event.title" } },
    'fields.title "event.title" is not a path; write for example "$.event.title" or "$.items[0].msg"',
  ],
  [
    { ...good, source: "generic", fields: { titel: "$.a" } },
    'fields has unknown "titel"; it may have title, text, level, link, key, image',
  ],
  [{ ...good, repeat: 2 }, 'repeat 2 is not a duration; write for example "7d"'],
  [{ ...good, repeat: "0m" }, 'repeat "0m" is not a duration; write for example "7d"'],
  [{ ...good, policy: { maxAge: "7days" } }, 'policy.maxAge "7days" is not a duration; write for example "7d"'],
  [
    { ...good, policy: { settle: "11s" } },
    'policy.settle "11s" is not a duration of 10 seconds at most; write for example "5s", or "0s" for none',
  ],
  [
    { ...good, policy: { settle: 5 } },
    'policy.settle 5 is not a duration of 10 seconds at most; write for example "5s", or "0s" for none',
  ],
  [{ ...good, policy: { maxAge: "0d" } }, 'policy.maxAge "0d" is not a duration; write for example "7d"'],
  [{ ...good, policy: { maxAge: 7 } }, 'policy.maxAge 7 is not a duration; write for example "7d"'],
  [{ ...good, policy: { reserve: -1 } }, "policy.reserve must be 0 or more"],
  [{ ...good, policy: { reserve: 1.5 } }, "policy.reserve must be a whole number"],
  [{ ...good, policy: { onUnsure: "drop" } }, 'policy.onUnsure "drop" is none of resend, assume-sent'],
  [{ ...good, policy: { proactive: "none" } }, 'policy.proactive "none" is none of auto, always, critical, never'],
  [
    { ...good, policy: { digestAt: "09:00", maxAge: "6h" } },
    "policy.maxAge is shorter than the day between two digests, so that what waits for digestAt expires before; make it 1d or more",
  ],
  [
    { ...good, policy: { digestAt: "24:00" } },
    'policy.digestAt "24:00" is not a time of day; write for example "09:00"',
  ],
  [{ ...good, policy: { digestAt: 9 } }, 'policy.digestAt 9 is not a time of day; write for example "09:00"'],
  [{ ...good, policy: { quiet: { from: "23:00" } } }, "policy.quiet.to is missing"],
  [
    { ...good, policy: { quiet: { from: "23h", to: "08:00" } } },
    'policy.quiet.from "23h" is not a time of day; write for example "09:00"',
  ],
  [
    { ...good, policy: { quiet: { from: "8:00", to: "08:00" } } },
    "policy.quiet ends when it begins; give it two times",
  ],
  [
    { ...good, policy: { quiet: "night" } },
    'policy.quiet "night" must be an object; write quiet: { from: "23:00", to: "08:00" }',
  ],
  [
    { ...good, policy: { quiet: "22:30-7:15" } },
    'policy.quiet "22:30-7:15" must be an object; write quiet: { from: "22:30", to: "7:15" }',
  ],
  [{ ...good, to: ["bound"] }, 'to[0] is no id; to pair from inside QQ write to: "bound", without brackets'],
  [{ ...good, to: ["bound:ci"] }, 'to[0] is no id; to pair from inside QQ write to: "bound", without brackets'],
  [{ ...good, to: ["4C8F…3A52"] }, 'to[0] "4C8F…3A52" is a shortened id; write it whole'],
  [{ ...good, to: ["A", "4C8F...3A52"] }, 'to[1] "4C8F...3A52" is a shortened id; write it whole'],
  [
    { ...good, to: ["123456789"] },
    'to[0] "123456789" is a number: a QQ number is not a group_openid; it is easiest to write to: "bound" and pair (npm run relay -- pair <route>)',
  ],
  [
    { ...good, scene: "c2c", to: ["10001"] },
    'to[0] "10001" is a number: a QQ number is not a user_openid; it is easiest to write to: "bound" and pair (npm run relay -- pair <route>)',
  ],
  [
    { ...channel, to: [{ id: "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52", guild: "5" }] },
    'to[0].id "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52" looks like an openid, which private chats and groups have; the id of a channel is digits',
  ],
  [
    { ...dm, to: [{ user: "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52", guild: "5" }] },
    'to[0].user "4C8F0E2B7A9D43E1B65A0C7D9F1E3A52" looks like an openid, which private chats and groups have; the id of a DM is digits',
  ],
  [
    { ...good, only: ["push", "pul_request"] },
    'only[1] "pul_request" is no event of github; did you mean "pull_request"?',
  ],
  [
    { ...good, only: ["pull_request.opend"] },
    'only[0] "pull_request.opend" is no event of github; did you mean "pull_request.opened"?',
  ],
  [{ ...good, except: ["closed"] }, 'except[0] "closed" is no event of github; did you mean "pull_request.closed"?'],
  [{ ...good, only: ["push.created"] }, 'only[0] "push.created" is no event of github; did you mean "push"?'],
  [
    { ...good, source: "alertmanager", only: ["critical", "resolved"] },
    'only[0] "critical" is no event of alertmanager; did you mean "firing"?',
  ],
  [
    { ...good, source: "generic", except: ["push"] },
    'except means nothing for source "generic": all that it sends is one kind of event; take it away, or choose by filter',
  ],
  [
    { ...good, source: "alertmanager", branches: ["main"] },
    'branches mean nothing for source "alertmanager": its events have none; take them away, or choose by filter',
  ],
  [
    { ...good, policy: { proactive: "never", reserve: 1 } },
    'policy.reserve is about pushes, and proactive: "never" makes none; take one of them away',
  ],
  [
    { ...good, policy: { proactive: "never", digestAt: "09:00" } },
    'policy.digestAt is about pushes, and proactive: "never" makes none; take one of them away',
  ],
  [
    { ...good, policy: { digestAt: "07:30", quiet: { from: "23:00", to: "08:00" } } },
    "policy.digestAt lies within quiet, so that the digest waits until 08:00; move it out of these hours",
  ],
  [
    { ...good, policy: { digestAt: "13:00", quiet: { from: "13:00", to: "14:00" } } },
    "policy.digestAt lies within quiet, so that the digest waits until 14:00; move it out of these hours",
  ],
  [{ ...good, policy: { spill: { to: "ci", after: "2h" } } }, "policy.spill.to is the route itself; name another"],
  [{ ...good, policy: { spill: { to: "cj", after: "2h" } } }, 'policy.spill.to "cj" is no route; there are ci'],
  ["group", "must be an object"],
])("%j: %s", (route, fault) => {
  expect(check(route)).toEqual({ faults: [`route "ci": ${fault}`] });
});

const spilling = (to: string, after?: unknown, maxAge?: string) => ({
  ...good,
  policy: { spill: { to, after: after ?? "2h" }, ...(maxAge !== undefined && { maxAge }) },
});

test.each<[Readonly<Record<string, unknown>>, readonly string[]]>([
  [
    { a: spilling("b"), b: spilling("c"), c: spilling("a"), d: spilling("b") },
    ['route "a": policy.spill.to comes round to itself: a → b → c → a; let one of them end it'],
  ],
  [
    { a: spilling("b"), b: spilling("b"), c: spilling("d"), d: spilling("c") },
    [
      'route "b": policy.spill.to is the route itself; name another',
      'route "c": policy.spill.to comes round to itself: c → d → c; let one of them end it',
    ],
  ],
  [{ a: spilling("b", 5), b: good }, ['route "a": policy.spill.after 5 is not a duration; write for example "7d"']],
  [
    { a: spilling("b", "24h", "1d"), b: good },
    ['route "a": policy.spill.after is not shorter than maxAge, so that everything expires before; make it shorter'],
  ],
  [{ a: { ...good, policy: { spill: { after: "2h" } } } }, ['route "a": policy.spill.to is missing']],
  [{ a: spilling("__proto__") }, ['route "a": policy.spill.to "__proto__" is no route; there are a']],
])("%j spill wrongly", (routes, faults) => {
  expect(checkAll(routes)).toEqual({ faults });
});

test.each([
  { ...good, policy: { digestAt: "08:00", quiet: { from: "23:00", to: "08:00" } } },
  { ...good, policy: { digestAt: "22:59", quiet: { from: "23:00", to: "08:00" } } },
  { ...good, policy: { proactive: "never", reserve: 0 } },
  { ...good, only: ["repository_dispatch.deploy", "pull_request.closed"] },
  { ...good, scene: "channel", to: ["10086001"] },
  { ...good, scene: "c2c", to: ["9E27B4D1C0F84A6E93D5721BFA608C3D"] },
])("%j is as it may be", (route) => {
  expect(check(route)).toHaveProperty("routes");
});

test("faults are told in Chinese too, as people say them", () => {
  const route = {
    ...good,
    to: ["123456789"],
    only: ["pul_request"],
    policy: { quiet: "23:00-08:00", maxAge: "7days" },
  };
  const result = checkRoutes({ ci: { ...route, scene: "grup" }, me: { ...route, scene: "group" } }, known);
  expect("faults" in result && result.faults.map(({ zh }) => zh)).toEqual([
    '路由 "ci"：scene "grup" 不是 c2c、group、channel、dm 之一',
    '路由 "ci"：policy.maxAge "7days" 不是时长；例如 "7d"',
    '路由 "ci"：policy.quiet "23:00-08:00" 要写成对象：quiet: { from: "23:00", to: "08:00" }',
    '路由 "ci"：only[0] "pul_request" 不是 github 的事件；是不是 "pull_request"？',
    '路由 "me"：policy.maxAge "7days" 不是时长；例如 "7d"',
    '路由 "me"：policy.quiet "23:00-08:00" 要写成对象：quiet: { from: "23:00", to: "08:00" }',
    '路由 "me"：to[0] "123456789" 是数字：QQ 群号不是 group_openid；写 to: "bound" 再配对最省事（npm run relay -- pair <路由>）',
    '路由 "me"：only[0] "pul_request" 不是 github 的事件；是不是 "pull_request"？',
  ]);
});

test.each(["1d", "24h", "7d"])("a digest a day goes with a maxAge of %s", (maxAge) => {
  expect(check({ ...good, policy: { digestAt: "09:00", maxAge } })).toHaveProperty("routes");
});

test("a secret put in the place of its name is not repeated", () => {
  const result = JSON.stringify(check({ ...good, secret: "ghp_s3cr3t" }));
  expect(result).toContain("secret is not the name of a secret");
  expect(result).not.toContain("ghp_s3cr3t");
});

test.each(["", "-ci", "a b", "a/b", "构建", "__proto__", "x".repeat(65)])("%j is no name for a route", (id) => {
  const routes = Object.fromEntries([[id, good]]);
  expect(checkAll(routes)).toMatchObject({ faults: [expect.stringContaining("is not a name for a URL")] });
});

test.each(["c2c", "group", "channel", "dm", "events", "push", "message", "hooks", "Push", "EVENTS"])(
  "%s is a name that addresses of the relay itself have",
  (id) => {
    expect(checkAll({ [id]: good })).toEqual({
      faults: [`route "${id}": is a name that addresses of the relay itself have; choose another`],
    });
  },
);

test("_relay is no name either", () => expect(checkAll({ _relay: good })).toHaveProperty("faults"));

test("two routes whose names differ by case only are told", () => {
  expect(checkAll({ ci: good, CI: good })).toEqual({
    faults: ['route "CI": differs from route "ci" by case only; rename one of them'],
  });
});

test("secrets whose names differ by case only are told, one that two routes share is not", () => {
  const routes = { a: good, b: { ...good, secret: ["GithubSecret", "GITHUBSecret"] } };
  expect(checkAll(routes)).toEqual({
    faults: ['route "b": secret "GITHUBSecret" differs from "GithubSecret" of route "a" by case only; rename one'],
  });
});

test("all faults of all routes are told at once", () => {
  const bad = { scene: "x", source: "y", to: [], policy: { maxAge: "z", reserve: -1 } };
  const result = checkAll({ a: bad, "b c": good, d: 1 });
  expect(result).toMatchObject({
    faults: [
      expect.stringContaining('route "b c": is not a name'),
      expect.stringContaining('route "a": scene "x"'),
      expect.stringContaining('route "a": to is empty'),
      expect.stringContaining('route "a": policy.reserve'),
      expect.stringContaining('route "a": policy.maxAge'),
      expect.stringContaining('route "a": source "y"'),
      expect.stringContaining('route "a": secret is missing'),
      'route "d": must be an object',
    ],
  });
});

test.each([undefined, null, [], "x", 5])("%j are no routes", (routes) => {
  expect(checkAll(routes)).toEqual({
    faults: ["routes must be an object with one member a route, its name as the key"],
  });
});

test("a source that says only how it is proved is answered as the relay does, so that a route may say how", () => {
  const sources = { ...known.sources, forge: { auth: "dialect", dialect: { proofs: [] } } } as const;
  const routes = { ci: { ...good, source: "forge", answer: 200 } };
  expect(checkRoutes(routes, { sources })).toEqual({ routes });
});

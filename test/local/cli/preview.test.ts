import { formatOf } from "../../support/formats.ts";
import { describe, expect, it } from "vitest";
import { languages } from "../../../lib/model/language.ts";
import type { Inbound } from "../../../lib/model/inbound.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import push from "../../../local/sample-push.json" with { type: "json" };
import { mapByRoute } from "../../../lib/sources/map-by-route.ts";
import { previewAs, type PreviewRoute } from "../../../local/operate/preview/preview-as.ts";
import { runPreview } from "../../../local/cli/preview-command.ts";
import { showPreview } from "../../../local/cli/show-preview.ts";

const inbound = (body: unknown, headers: Inbound["headers"] = {}): Inbound => ({
  method: "POST",
  path: "/",
  headers,
  query: {},
  body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
  at: new Date("2026-03-12T13:03:22Z"),
});

const github: PreviewRoute = { source: "github" };
const pushed = inbound(push, { "x-github-event": "push" });

function show(from: Inbound, route: PreviewRoute, settings = defaultSettings): string {
  const made = previewAs({ format: formatOf(route.source), mapByRoute }, from, route, settings);
  return isRefusal(made) ? made.message : showPreview(made);
}

describe("a preview", () => {
  it.each(languages)("shows the sample push in %s, in each form and scene", async (language) => {
    const shown = show(pushed, github, { ...defaultSettings, language });
    await expect(shown).toMatchFileSnapshot(`../../golden/preview/push.${language}.txt`);
  });

  it("shows guild text as a phone would, though it goes out escaped", () => {
    const shown = show(inbound({ title: "a < b & c" }), { source: "generic" });
    expect(shown).toContain("│ a < b & c\n");
    expect(shown).toContain('{"content":"a &lt; b &amp; c"}');
  });

  it("says when a level was not understood, and what to write", () => {
    const body = inbound({ title: "t", level: "70" });
    expect(show(body, { source: "generic" })).toContain(
      '⚠ 认不出级别 unknown level: 70；当作 taken as info。路由里可以写 the route may say: levels: { "70": "critical" }',
    );
    expect(show(body, { source: "generic", levels: { "70": "error" } })).not.toContain("unknown level");
    expect(show(body, { source: "generic", map: () => ({ title: "x" }) })).not.toContain("unknown level");
  });

  it("tells where each message stands to its limit, also when it was cut to it", () => {
    const shown = show(inbound({ title: "t", text: "长".repeat(5_000) }), { source: "generic" });
    const bytes = [...shown.matchAll(/(\d+)\/3500 字节/g)].map(([, size]) => Number(size));
    expect(bytes.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(3_500);
    expect(Math.min(...bytes)).toBeGreaterThan(3_000);
  });

  it.each([
    {
      name: "a filter",
      route: { ...github, except: ["push"] },
      told: "push：不会发送 nothing would be sent (except)\n",
    },
    {
      name: "the route's map",
      route: { ...github, map: () => undefined },
      told: "push：不会发送 nothing would be sent (nothing to tell)\n",
    },
  ])("says that nothing would be sent, because of $name", ({ route, told }) => {
    expect(show(pushed, route)).toBe(told);
  });

  it("says which of the route's own functions failed, and shows what is told without it", () => {
    const fail = (): never => {
      throw new TypeError("no such field");
    };
    const shown = show(pushed, { ...github, map: fail, filter: (() => 1) as never });
    expect(shown).toMatch(
      /^⚠ filter：it answered neither true nor false\n⚠ map：it threw TypeError: no such field\n来源 source  github\n/,
    );
    expect(show(pushed, { ...github, filter: fail, map: () => undefined })).toBe(
      "⚠ filter：it threw TypeError: no such field\npush：不会发送 nothing would be sent (nothing to tell)\n",
    );
  });

  it("shows buttons, mentions, templates and pictures, each where it has a place", () => {
    const image = "https://ci.example.com/chart.png";
    const body = inbound({ title: "磁盘快满了", level: "critical", link: "https://ci.example.com/1", image });
    const own = { id: "T1", params: () => ({ title: "自己的" }) };
    const shown = show(body, { source: "generic", buttons: true, mention: { critical: ["8F2C"] } });
    expect(shown).toContain("│ [ 查看 ] [ 更多 ]\n");
    expect(shown).toContain("│ [🖼]\n│ 🚨 磁盘快满了\n│ https://ci.example.com/1\n│ @8F2C\n");
    expect(shown).toContain('"media":{"file_info":"…"}');
    expect(shown).toContain(`"image":"${image}"`);
    expect(shown).toContain(`"thumbnail":{"url":"${image}"}`);
    expect(shown).toMatch(/embed → 子频道 channel · 频道私信 dm\n/);
    expect(show(body, { source: "generic", template: own })).toContain("│ title: 自己的\n");
    expect(show(body, { source: "generic", buttons: { id: "62_17" } })).toContain("│ [ 62_17 ]\n");
    expect(show(body, { source: "generic", links: "defang" })).toContain("│ ci。example。com/1\n");
  });

  it("has bytes of a picture beside the words of a guild", () => {
    const shown = show(inbound({ title: "t", image: "data:image/png;base64,AAAA" }), { source: "generic" });
    expect(shown).toContain('\n{"msg_type":7,"content":"t","media":{"file_info":"…"}}\n');
    expect(shown).toContain('\n{"content":"t"}\n');
  });

  it("uses the route's own words", () => {
    expect(show(pushed, { ...github, map: () => ({ title: "自己的话", level: "error" }) })).toContain(
      "标题 title   自己的话\n",
    );
  });
});

const run = (file: string, options: Partial<Parameters<typeof runPreview>[1]> = {}) =>
  runPreview(file, { header: [], json: false, ...options }, {}, new Date("2026-03-12T13:03:22Z"));

describe("relay preview", () => {
  const sample = "local/sample-push.json";
  it("guesses the source by GitHub's or GitLab's header, else takes anything", async () => {
    expect(await run(sample, { header: ["X-GitHub-Event: push"] })).toContain("来源 source  github\n");
    await expect(run(sample, { source: "generic" })).rejects.toThrow(/^generic: /);
    await expect(run(sample, { header: ["X-Gitlab-Event: Push Hook"] })).rejects.toThrow(/^gitlab: /);
  });

  it("takes the sample push without its header, and shows it in the route's own form and scene", async () => {
    const shown = await run(sample, { route: "ci" });
    expect(shown).toContain("来源 source  github\n");
    expect(shown).toContain("\ntext → 单聊 c2c · 群 group\n");
    expect(shown.match(/ → /g)).toHaveLength(1);
    expect(await run(sample, { form: "markdown" })).toMatch(/\nmarkdown → /);
    expect((await run(sample, { form: "all" })).match(/^\w+ → /gm)?.length).toBeGreaterThan(4);
  });

  it("goes by a route, a language, and prints JSON", async () => {
    const printed = await run(sample, { header: ["x-github-event:push"], route: "ci", language: "en", json: true });
    expect(JSON.parse(printed)).toMatchObject({
      kind: "told",
      notice: { title: "xiaoman-lin pushed 3 commits to octo/app:main" },
      bodies: expect.arrayContaining([expect.objectContaining({ form: "text", scenes: ["c2c", "group"] })]),
    });
  });

  it("reads a dialect's request: what is appended to the address, the query, the method", async () => {
    const gotify = { source: "gotify", path: "/message" } as const;
    const printed = await run(sample, { ...gotify, query: "title=查询串&message=话&priority=10", json: true });
    expect(JSON.parse(printed)).toMatchObject({ notice: { source: "gotify", title: "查询串", level: "critical" } });
    expect(await run(sample, { ...gotify, path: "/secret/message", query: "message=话" })).toContain("标题 title   话");
    await expect(run(sample, { ...gotify, path: "/message/1" })).rejects.toThrow(
      "no sender of gotify calls POST …/message/1",
    );
    await expect(run("-", { ...gotify, method: "get" })).rejects.toThrow("no sender of gotify calls GET …/message");
    await expect(run(sample, { source: "generic", path: "/x" })).rejects.toThrow("no sender of generic calls POST …/x");
  });

  it.each(["/secret/标题/%E6%AD%A3%E6%96%87", "secret/标题/正文"])(
    "reads words that stand in the path %s",
    async (path) => {
      const printed = await run("-", { source: "bark", method: "GET", path, json: true });
      expect(JSON.parse(printed)).toMatchObject({ notice: { title: "标题", lines: ["正文"] } });
    },
  );

  it("says of what is only answered that nothing would be sent", async () => {
    const options = { source: "telegram", method: "GET", path: "/bot1:x/getMe" } as const;
    expect(await run("-", options)).toBe("telegram：不会发送 nothing would be sent (it is only answered)\n");
  });

  it("takes the first of a repeated name, as the relay does", async () => {
    const options = { source: "pushdeer", method: "GET", path: "/message/push", query: "text=one&text=two" } as const;
    expect(await run("-", options)).toContain("标题 title   one\n");
  });

  it.each([
    { file: sample, options: { header: ["push"] }, told: `--header "push" is not of the form 'Name: value'` },
    { file: sample, options: { route: "nope" }, told: "There is no route nope; there are ci, alerts, me, direct" },
    { file: "package.json", options: { source: "github" as const }, told: /^github: .*X-GitHub-Event/i },
    { file: "nowhere.json", options: {}, told: /there is no file .*nowhere\.json/ },
  ])("refuses $file $options in one sentence", async ({ file, options, told }) => {
    await expect(run(file, options)).rejects.toThrow(told);
  });
});

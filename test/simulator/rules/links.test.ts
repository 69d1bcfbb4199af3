import { describe, expect } from "vitest";
import { findLink } from "../../../simulator/rules/links.ts";
import { simTest as test } from "../sim-test.ts";

describe("what reads as a URL", () => {
  test.each([
    ["https://github.com/a/b/pull/7", "github.com"],
    ["see http://127.0.0.1/x", "127.0.0.1"],
    ["HTTPS://Example.CN", "example.cn"],
    ["www.163.com", "www.163.com"],
    ["163.com 免费邮", "163.com"],
    ["[text](https://a.example.cn:8443/x)", "a.example.cn"],
    ["github.com", "github.com"],
    ["改了 main.go 一行", "main.go"],
    ["x.sh", "x.sh"],
    ["node.js", "node.js"],
    ["v1.beta", "v1.beta"],
    ["文件.文件", "文件.文件"],
    ["done.Next", "done.next"],
    ["web-1.internal", "web-1.internal"],
    ["1.sh", "1.sh"],
    ["跑一下 2.py 看看", "2.py"],
    ["12306.cn", "12306.cn"],
    ["_.md", "_.md"],
    ["a-.go", "a-.go"],
    ["e\u0301.com", "e\u0301.com"],
  ])("%s", (text, host) => {
    expect(findLink(text, [])).toBe(host);
  });

  test.each([
    "github。com/a/b",
    "main_go",
    "v1.2.3",
    "1.5 GB",
    "3.x",
    "end. Next",
    "wait...what",
    "10.0.0.1",
    "12.30 at noon",
    "http: //x",
    "",
  ])("not %s", (text) => {
    expect(findLink(text, [])).toBeUndefined();
  });

  test.each([
    ["https://r.example.cn/k3f", undefined],
    ["https://r.example.cn:8443/a/main.go?x=y.z and no more", undefined],
    ["[x](https://example.cn/main.go)", undefined],
    ["https://example.cn@evil.top/", "evil.top"],
    ["example.cn", undefined],
    ["see EXAMPLE.cn.", undefined],
    ["https://notexample.cn", "notexample.cn"],
    ["https://example.cn.evil.top", "example.cn.evil.top"],
    ["https://r.example.cn and main.go", "main.go"],
    ["evil.com..example.cn", "evil.com..example.cn"],
    ["evil.com中.example.cn", "evil.com中.example.cn"],
    ["https://evil.com..example.cn/x", "evil.com..example.cn"],
  ])("%s beside a registered domain", (text, host) => {
    expect(findLink(text, ["example.cn"])).toBe(host);
  });

  test("takes long texts without a pause", () => {
    const before = performance.now();
    for (const text of [
      "a".repeat(100_000),
      "a-1_".repeat(25_000),
      "字。".repeat(50_000),
      ".".repeat(100_000),
      "a.".repeat(50_000) + "example.cn",
    ])
      findLink(text, ["example.cn"]);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

const text = (url: string) => ({ content: `see ${url}` });

const markdown = (url: string) => ({ msg_type: 2, markdown: { content: `[x](${url})` } });

const jump = (url: string) => ({
  msg_type: 2,
  markdown: { content: "x" },
  keyboard: {
    content: { rows: [{ buttons: [{ render_data: { label: "Go" }, action: { type: 0, data: url } }] }] },
  },
});

const ark = (link: string) => ({
  msg_type: 3,
  ark: {
    template_id: 37,
    kv: [
      ...["#PROMPT#", "#METATITLE#", "#METASUBTITLE#"].map((key) => ({ key, value: "x" })),
      { key: "#METACOVER#", value: "https://pictures.foreign.net/a.png" },
      { key: "#METAURL#", value: link },
    ],
  },
});

const embed = (url: string) => ({ embed: { title: url, thumbnail: { url: "https://foreign.net/a.png" } } });

describe("the rule", () => {
  test.beforeEach(async ({ sim }) => {
    await sim.control("settings", { urlRule: true, domains: ["example.cn"], sandbox: true });
  });

  test.for([
    ["group", text, 400, 40054010],
    ["c2c", markdown, 400, 40054010],
    ["group", jump, 400, 40054010],
    ["group", ark, 400, 40054010],
    ["channel", text, 403, 304003],
    ["dm", text, 403, 304003],
    ["dm", embed, 403, 304003],
  ] as const)("%s %o", async ([scene, body, status, code], { sim }) => {
    expect(await sim.send(scene, body("https://github.com/a"))).toMatchObject({ status, code });
    expect(await sim.send(scene, body("https://r.example.cn/k"))).toMatchObject({ status: 200 });
    await sim.control("settings", { urlRule: false });
    expect(await sim.send(scene, body("https://github.com/a"))).toMatchObject({ status: 200 });
  });

  test("the refusal names the link", async ({ sim }) => {
    const told = await sim.send("group", text("https://github.com/a"));
    expect(told.body["message"]).toBe("消息发送失败, 不允许发送url github.com");
  });

  test("is off at first", async ({ sim }) => {
    await sim.control("reset");
    expect(await sim.send("group", text("https://github.com/a"))).toMatchObject({ status: 200 });
  });
});

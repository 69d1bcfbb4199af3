import { describe, expect, test } from "vitest";
import { findLinks } from "../../../lib/base/find-links.ts";
import { readUrl, treatLinks } from "../../../lib/render/sanitize/links.ts";
import { shownUrl } from "../../../lib/render/sanitize/shown-url.ts";

describe("links in a text", () => {
  test.each([
    ["see https://github.com/a/b/pull/7 and main.go", "see and main_go", "see github。com/a/b/pull/7 and main。go"],
    ["node.js 20.1 与 v1.2.3", "node_js 20.1 与 v1.2.3", "node。js 20.1 与 v1.2.3"],
    ["www.163.com", "www_163_com", "www。163。com"],
    ["文档（https://a.example/b）在此", "文档在此", "文档（a。example/b）在此"],
    ["[点这里](https://a.example)", "[点这里]", "[点这里](a。example)"],
    ["<http://10.0.0.1:9090/x>", "", "<10.0.0.1:9090/x>"],
    ["a@b.example, ftp://c.example", "a@b_example, c_example", "a@b。example, c。example"],
    ["::////x http:http://y", ":: //x http:", ":: //x http:y"],
    ["tencent://message", "tencent: message", "tencent: message"],
    ["hxxps://x and xhttp://y", "hxxps: x and x", "hxxps: x and xhttp: y"],
    ["hthttp://tp://x", "ht", "hthttp: tp: x"],
    ["见ftp://x与https://y。", "见x与。", "见x与y。"],
    ["等等... 完。", "等等... 完。", "等等... 完。"],
    ["éa.com e\u0301.com", "éa_com e\u0301_com", "éa。com e\u0301。com"],
    ["3.x 版", "3_x 版", "3。x 版"],
  ])("%s", (text, stripped, defanged) => {
    expect(treatLinks(text, { links: "keep" })).toBe(text);
    expect(treatLinks(text, { links: "strip" })).toBe(stripped);
    expect(treatLinks(text, { links: "defang" })).toBe(defanged);
  });
});

const registered = { domains: ["example.cn", "a-b.top"], redirect: "https://r.example.cn/go?to={url}" } as const;

const told = (text: string) =>
  (["keep", "redirect", "defang", "strip"] as const).map((links) => treatLinks(text, { links, ...registered }));

describe("registered domains, and a redirect", () => {
  test.each([
    "https://example.cn",
    "见 https://docs.example.cn:8443/a/main.go?x=y.z#b，谢谢",
    "HTTPS://Example.CN/a (www.example.cn, x.a-b.top, me@example.cn.)",
    "https://r.example.cn/go?to=https://github.com/a",
  ])("%s passes whatever the policy", (text) => {
    expect(told(text)).toEqual([text, text, text, text]);
  });

  test.each([
    [
      "see https://github.com/a_b/c?d=(1)#e in main.go",
      "see https://r.example.cn/go?to=https%3A%2F%2Fgithub%2Ecom%2Fa%5Fb%2Fc%3Fd%3D%281%29%23e in main。go",
      "see github。com/a_b/c?d=(1)#e in main。go",
      "see in main_go",
    ],
    [
      "https://example.cn@evil.top/x",
      "https://r.example.cn/go?to=https%3A%2F%2Fexample%2Ecn%40evil%2Etop%2Fx",
      "example.cn@evil。top/x",
      "",
    ],
    [
      "https://example.cn.evil.top https://notexample.cn",
      "https://r.example.cn/go?to=https%3A%2F%2Fexample%2Ecn%2Eevil%2Etop https://r.example.cn/go?to=https%3A%2F%2Fnotexample%2Ecn",
      "example。cn。evil。top notexample。cn",
      "",
    ],
    [
      "example.cn and github.com",
      "example.cn and github。com",
      "example.cn and github。com",
      "example.cn and github_com",
    ],
    [
      "a https://example.cn/x  b https://github.com (https://docs.example.cn)",
      "a https://example.cn/x  b https://r.example.cn/go?to=https%3A%2F%2Fgithub%2Ecom (https://docs.example.cn)",
      "a https://example.cn/x  b github。com (https://docs.example.cn)",
      "a https://example.cn/x b (https://docs.example.cn)",
    ],
  ])("%s", (text, redirected, defanged, stripped) => {
    expect(told(text)).toEqual([text, redirected, defanged, stripped]);
  });

  test.each([
    ["https://docs.example.cn/[a](https://b.top)", "https://docs.example.cn/%5Ba%5D%28https://b.top%29"],
    ["https://docs.example.cn/'https://b.top", "https://docs.example.cn/%27https://b.top"],
    ["https://docs.example.cn/a)1.sh", "https://docs.example.cn/a%291.sh"],
    ["https://docs.example.cn/x.y_(y)", "https://docs.example.cn/x.y_(y)"],
    ["https://docs.example.cn/x_(y)", "https://docs.example.cn/x_(y)"],
  ])("%s is read as one URL", (text, shown) => {
    expect(told(text)).toEqual([text, shown, shown, shown]);
  });

  test("without a redirect the policy of that name defangs", () => {
    expect(treatLinks("https://github.com/a", { links: "redirect" })).toBe("github。com/a");
    expect(shownUrl("https://github.com/a", { links: "redirect" })).toBeUndefined();
  });

  test("a sign for replacing text in a URL is no sign", () => {
    expect(treatLinks("https://a.example/$&$1", { links: "redirect", ...registered })).toBe(
      "https://r.example.cn/go?to=https%3A%2F%2Fa%2Eexample%2F%24%26%241",
    );
  });
});

describe("where links end", () => {
  test.each([
    ["见https://a.example/b，谢谢", "https://a.example/b"],
    ["(https://a.example/x_(y))", "https://a.example/x_(y)"],
    ["**https://a.example/x**.", "https://a.example/x"],
    ["HTTP://A.example?q=1&b[]=2!", "HTTP://A.example?q=1&b[]=2"],
    ['<a href="https://a.example/x">', "https://a.example/x"],
  ])("%s", (text, link) => {
    expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual([link]);
  });

  test.each(["https://", "https://)...", "http:/a", "://a"])("%s is none", (text) => {
    expect(findLinks(text)).toEqual([]);
  });
});

describe("a notice's own link", () => {
  test.each([
    ["https://a.example/路径?q=a b", "https://a.example/%E8%B7%AF%E5%BE%84?q=a%20b"],
    ["https://user:pass@a.example/", "https://a.example/"],
    ["https://a.example/@all/@everyone?x='\"`", "https://a.example/%40all/%40everyone?x=%27%22%60"],
    ["https://a.example/@allen/@all1", "https://a.example/@allen/@all1"],
    ["https://a.example/&lt;@1;qqbot-x;y", "https://a.example/&lt%3B%401%3Bqqbot-x;y"],
    ["http://[::1]:8080/x", "http://[::1]:8080/x"],
    ["javascript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["https://", undefined],
    ["not a link", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%s", (text, url) => {
    expect(readUrl(text)).toBe(url);
  });
});

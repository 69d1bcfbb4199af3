import { describe, expect, test } from "vitest";
import { findLinks } from "../../lib/render/find-links.ts";
import { readUrl, treatLinks } from "../../lib/render/links.ts";

describe("links in a text", () => {
  test.each([
    ["see https://github.com/a/b/pull/7 and main.go", "see and main_go", "see github。com/a/b/pull/7 and main。go"],
    ["node.js 20.1 与 v1.2.3", "node_js 20.1 与 v1.2.3", "node。js 20.1 与 v1.2.3"],
    ["www.163.com", "www_163_com", "www。163。com"],
    ["文档（https://a.example/b）在此", "文档在此", "文档（a。example/b）在此"],
    ["[点这里](https://a.example)", "[点这里]", "[点这里](a。example)"],
    ["<http://10.0.0.1:9090/x>", "", "<10.0.0.1:9090/x>"],
    ["a@b.example, ftp://c.example", "a@b_example, c_example", "a@b。example, c。example"],
    ["::////x http:http://y", ": x http:", ": x http:y"],
    ["等等... 完。", "等等... 完。", "等等... 完。"],
    ["éa.com e\u0301.com", "éa_com e\u0301_com", "éa。com e\u0301。com"],
    ["3.x 版", "3_x 版", "3。x 版"],
  ])("%s", (text, stripped, defanged) => {
    expect(treatLinks(text, "keep")).toBe(text);
    expect(treatLinks(text, "strip")).toBe(stripped);
    expect(treatLinks(text, "defang")).toBe(defanged);
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
    ["https://a.example/&lt;@1;qqbot-x;y", "https://a.example/&lt%3B@1%3Bqqbot-x;y"],
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

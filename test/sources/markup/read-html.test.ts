import { expect, it } from "vitest";
import { readHtml } from "../../../lib/sources/markup/read-html.ts";

it.each<[string, readonly string[]]>([
  ["<p>one<br/>two</p><p>three</p>", ["one", "two", "three"]],
  ["<p>one\n  line</p>", ["one line"]],
  ["<b>one</b>\ntwo", ["one", "two"]],
  ["<table><tr><th>a</th><td>1</td></tr></table>", ["a · 1"]],
  ["<style>p { color: red }</style>up &lt;db1&gt; <db1>", ["up <db1> <db1>"]],
  ["<img src=x onerror=alert(1)>up", ["up"]],
  ["", []],
])("%j", (html, lines) => expect(readHtml(html).lines).toEqual(lines));

it("the first link counts", () => {
  const text = '<a href="javascript:1">x</a> <a class=b href="https://a.example.com/?x=1&amp;y=2">a</a>';
  expect(readHtml(text).link).toBe("https://a.example.com/?x=1&y=2");
});

it.each(["<", "<a href=", "<a ", "<p>", "&"])("8,000 characters of %j are read in good time", (part) => {
  const start = performance.now();
  readHtml(part.repeat(8_000 / part.length));
  expect(performance.now() - start).toBeLessThan(500);
});

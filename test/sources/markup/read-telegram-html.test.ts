import { describe, expect, it } from "vitest";
import { readTelegramHtml } from "../../../lib/sources/markup/read-telegram-html.ts";

const words = (text: string): string => readTelegramHtml(text).lines.join("\n");

describe("Telegram's HTML in words", () => {
  it.each([
    [
      "<b>a</b> <strong>b</strong> <i>c</i> <u>d</u> <s>e</s> <tg-spoiler>f</tg-spoiler> <code>g</code>",
      "a b c d e f g",
    ],
    ['<B>中</B>文 <span class="tg-spoiler">x</span>', "中文 x"],
    ["a<br/>b<p>c</p>", "a\nb\nc\n"],
    ['<pre><code class="language-sh">a &lt; b</code></pre>', "\na < b\n"],
    ["&lt;b&gt; &amp;lt; &quot;&#39;&#x4e2d; &nbsp;&copy;", "<b> &lt; \"'中  &copy;"],
    ["&#0; &#xD800; &#1114112; &#x110000;", "&#0; &#xD800; &#1114112; &#x110000;"],
    ["<db1> a<b c>d 1 < 2 <b", "<db1> ad 1 < 2 <b"],
    ["<blockquote expandable>q</blockquote>", "\nq\n"],
    ["a\r\nb\rc", "a\nb\nc"],
  ])("%j", (text, told) => expect(words(text)).toBe(told));

  it.each([
    [
      '<a href="https://a.example.com/?x=1&amp;y=2">a</a> <a href="https://b.example.com">b</a>',
      "https://a.example.com/?x=1&y=2",
    ],
    ["<a href='https://a.example.com'>a</a>", "https://a.example.com"],
    ["<a class=x href=https://a.example.com>a</a>", "https://a.example.com"],
    ['<a href="tg://user?id=1">ann</a>', undefined],
    ['<a href="javascript:alert(1)">go</a>', undefined],
    ["https://a.example.com", undefined],
  ])("the link of %j", (text, link) => expect(readTelegramHtml(text).link).toBe(link));
});

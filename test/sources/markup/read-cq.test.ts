import { describe, expect, it } from "vitest";
import { readCq } from "../../../lib/sources/markup/read-cq.ts";

const text = (words: string) => ({ type: "text", data: { text: words } });

describe("a text with CQ codes", () => {
  it.each([
    ["", []],
    ["just words [95%]", [text("just words [95%]")]],
    ["a&#91;b&#93;&amp;#44;&#44;&lt;", [text("a[b]&#44;&#44;&lt;")]],
    ["[CQ:at,qq=all] up", [{ type: "at", data: { qq: "all" } }, text(" up")]],
    [
      "[CQ:share,url=https://a.example.com/?x=1&amp;y=2,title=a&#44;b=c&#91;]",
      [{ type: "share", data: { url: "https://a.example.com/?x=1&y=2", title: "a,b=c[" } }],
    ],
    [
      "[CQ:shake][CQ:x,flag]",
      [
        { type: "shake", data: {} },
        { type: "x", data: { flag: "" } },
      ],
    ],
    ["[CQ:] [CQ:a b] [CQ:at,qq=[1] [cq:at]", [text("[CQ:] [CQ:a b] [CQ:at,qq=[1] [cq:at]")]],
  ])("%j", (given, segments) => expect(readCq(given)).toEqual(segments));

  it("has no prototype to change", () => {
    expect(readCq("[CQ:x,__proto__=1]")[0]?.data).not.toHaveProperty("polluted");
  });

  it("is read to a length, not counting pictures' bytes", () => {
    const picture = `[CQ:image,file=base64://${"A".repeat(50_000)}]`;
    expect(readCq(`${picture}[CQ:dice]`).map(({ type }) => type)).toEqual(["image", "dice"]);
    expect(readCq(`${"a".repeat(8_001)}[CQ:dice]`)).toEqual([text(`${"a".repeat(8_001)}[CQ:dice]`)]);
  });
});

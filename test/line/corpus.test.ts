import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PreviewBody } from "../../local/operate/preview/preview-as.ts";
import { findFaults } from "../support/corpus/find-faults.ts";
import { lookThrough } from "../support/corpus/look-through.ts";
import { readRequests } from "../support/corpus/read-requests.ts";

const limit = { characters: 1300, bytes: 3500 };

const bodyOf = (body: PreviewBody["body"], form: PreviewBody["form"] = "text"): PreviewBody => ({
  form,
  scenes: ["group"],
  size: { characters: 10, bytes: 10 },
  limit,
  body,
});

const text = (content: string) => bodyOf({ msg_type: 0, content });
const markdown = (content: string) => bodyOf({ msg_type: 2, markdown: { content } }, "markdown");

test.each([
  ["a title and a line", text("标题\n一行"), 0],
  ["a word of nothing", text("undefined 推送了"), 1],
  ["an object", text("by [object Object]"), 1],
  ["null", text("null 评论了"), 1],
  ["half a character", text("标题\ud83d"), 1],
  ["a row of nothing", text("标题\n \n行"), 1],
  ["nothing", text(""), 1],
  ["a tag", text("<b>标题</b>"), 1],
  ["a tag that a guild escapes", text("&lt;br/&gt;标题"), 1],
  ["a type", text("List<String> a < b"), 0],
  ["a mention", text("@everyone"), 1],
  ["Markdown", markdown("**标题**\n\n- a\n- b \\<T\\>"), 0],
  ["Markdown with a tag", markdown("**标题**\n\n\\<br\\>"), 1],
  ["Markdown with an empty item", markdown("**标题**\n\n- a\n- \n- b"), 1],
  ["Markdown of two blank lines", markdown("**标题**\n\n\n- a"), 1],
  [
    "an ark without a picture",
    bodyOf({ msg_type: 3, content: " ", ark: { kv: [{ key: "#IMG#", value: " " }] } }, "ark"),
    0,
  ],
  ["too much", { ...text("标题"), size: { characters: 1301, bytes: 2000 } }, 1],
] as const)("%s", (_, body, faults) => {
  expect(findFaults(body, "{}")).toHaveLength(faults);
});

test("what the payload says itself is no fault", () => {
  expect(findFaults(text("null pointer"), '{"title":"null pointer"}')).toEqual([]);
});

test("a folder is looked through in every form, language and link policy", () => {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
    write("a.json", { alerts: [{ status: "firing", labels: { alertname: "DiskFull" } }] });
    write("b.json", { headers: { "X-GitHub-Event": "ping" }, body: { zen: "Keep it simple." } });
    write("c.json", [{ name: "star", examples: [{ action: "created" }, 7] }]);
    writeFileSync(join(folder, "d.txt"), "备份完成\n用时 3 分钟");
    const looked = readRequests(folder).map(lookThrough);
    expect(looked.map(({ end }) => end)).toEqual(["told", "silent", "refused", "refused", "told"]);
    expect(looked.flatMap(({ faults }) => faults)).toEqual([]);
    expect(looked[4]?.sample).toBe("备份完成\n用时 3 分钟");
    expect(looked[4]?.bodies).toBeGreaterThan(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

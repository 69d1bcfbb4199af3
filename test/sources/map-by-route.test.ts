import { describe, expect, it } from "vitest";
import type { MappedNotice } from "../../lib/model/route.ts";
import { mapByRoute } from "../../lib/sources/map-by-route.ts";

const at = new Date("2026-11-21T08:00:00Z");
const parsed = { event: "notice", id: "1", bot: false, body: {} };
const map = (mapped: MappedNotice, more: { readonly action?: string } = {}) =>
  mapByRoute(() => mapped, { ...parsed, ...more }, { source: "generic" }, at);

it("is told in the route's words", () =>
  expect(
    map({ title: "备份完成", text: "42 GB\r\n8 分钟", level: "success", key: "backup" }, { action: "done" }),
  ).toEqual({
    source: "generic",
    event: "notice.done",
    level: "success",
    title: "备份完成",
    lines: ["42 GB", "8 分钟"],
    at: at.toISOString(),
    key: "generic/backup",
    replaces: true,
  }));

describe("an image", () => {
  const png = "data:image/png;base64,iVBORw0KGgo=";

  it.each([
    ["https://img.example.com/a.png", "https://img.example.com/a.png"],
    [png, png],
    ["file:///etc/passwd", undefined],
    ["data:text/html,<b>", undefined],
    [`${png}${"A".repeat(100_000)}`, undefined],
  ])("%.40s", (image, kept) => expect(map({ title: "t", image })?.image).toBe(kept));
});

it("is small enough to be stored, whatever the body held", () => {
  const endless = "长\n".repeat(1_000_000);
  const notice = map(
    { title: endless, text: endless, link: `https://a/${endless}`, key: endless, image: `data:image/png,${endless}` },
    { action: endless },
  );
  expect(JSON.stringify(notice).length).toBeLessThan(20_000);
  expect(notice?.key).toMatch(/^generic\/[0-9a-f]{64}$/);
});

import { describe, expect, it } from "vitest";
import type { MappedNotice, Route } from "../../lib/model/route.ts";
import { mapByRoute } from "../../lib/sources/map-by-route.ts";

const at = new Date("2026-11-21T08:00:00Z");
const parsed = { event: "notice", id: "1", bot: false, body: {} };
const mapBy = (map: NonNullable<Route["map"]>, more: { readonly action?: string } = {}) =>
  mapByRoute(map, { ...parsed, ...more }, { source: "generic" }, at);
const map = (mapped: MappedNotice, more: { readonly action?: string } = {}) => {
  const made = mapBy(() => mapped, more);
  expect(made).toMatchObject({ kind: "mapped" });
  expect(made.fault).toBeUndefined();
  return made.kind === "mapped" ? made.notice : undefined;
};

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
    ["iVBORw0KGgo=", png],
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

it.each([
  ["严重", undefined, "critical"],
  ["warn", undefined, "warning"],
  ["2", { "2": "error" }, "error"],
] as const)("the level %s, with the route's own %j, is %s", (level, levels, expected) => {
  const made = mapByRoute(
    () => ({ title: "t", level: level as never }),
    parsed,
    { source: "generic", ...(levels && { levels }) },
    at,
  );
  expect(made).toMatchObject({ kind: "mapped", notice: { level: expected } });
});

describe("a map that is faulty", () => {
  const throws = (): never => {
    throw new TypeError(`cannot read ${"长".repeat(1_000)}`);
  };

  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["null", null],
    ["false", false],
  ])("%s is nothing to tell, and no fault", (_, answer) =>
    expect(mapBy(() => answer as never)).toEqual({ kind: "mapped", notice: undefined }),
  );

  it.each<[string, () => unknown, RegExp]>([
    ["a throw", throws, /^it threw TypeError$/],
    ["a promise", async () => ({ title: "t" }), /^it answered a promise/],
    ["a promise that fails", async () => throws(), /^it answered a promise/],
    ["no title", () => ({ text: "t" }), /^title of its answer is missing$/],
    ["a title that is no text", () => ({ title: 7 }), /^title of its answer is a number, not text$/],
    ["text alone", () => "t", /^it answered a string, neither/],
    ["a list", () => [{ title: "t" }], /^it answered a list, neither/],
    ["true", () => true, /^it answered a boolean, neither/],
  ])("%s makes no notice, and says why", (_, answer, reason) =>
    expect(mapBy(answer as never)).toEqual({
      kind: "unmapped",
      fault: expect.objectContaining({ reason: expect.stringMatching(reason) }),
    }),
  );

  it("tells of an error no more than 200 characters", () => {
    expect(mapBy(throws).fault?.said).toMatch(/^cannot read 长+$/);
    expect(mapBy(throws).fault?.said).toHaveLength(200);
  });

  it("loses what cannot be used of an answer, and says what", () =>
    expect(mapBy(() => ({ title: "t", text: 7, level: "so-so", link: null, key: ["k"], image: {} }) as never)).toEqual({
      kind: "mapped",
      notice: { source: "generic", event: "notice", level: "info", title: "t", lines: [], at: at.toISOString() },
      fault: {
        kind: "fault",
        reason:
          "of its answer text is a number, not text, level is none of info, success, warning, error, critical, nor a word for one, key is a list, not text, image is an object, not text; left out",
      },
    }));

  it("cannot change what the relay knows of the event", () => {
    const event = { ...parsed };
    mapByRoute(
      (shown) => {
        Object.assign(shown, { event: "x", id: "2" });
        return undefined;
      },
      event,
      { source: "generic" },
      at,
    );
    expect(event).toEqual(parsed);
  });
});

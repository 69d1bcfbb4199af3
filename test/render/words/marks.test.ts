import { expect, test } from "vitest";
import { levels } from "../../../lib/model/level.ts";
import { markBefore, marks } from "../../../lib/render/words/marks.ts";
import { render } from "../../support/render.ts";
import { contentOf } from "../../support/content-of.ts";
import { notices } from "../../support/notices.ts";
import { styleOf } from "../../support/styles.ts";

test.each(levels)("a title of level %s has its mark once", (level) => {
  const mark = marks[level];
  expect(markBefore(level, "api is up")).toBe(mark === "" ? "" : `${mark} `);
  expect(markBefore(level, `${mark} api is up`.trimStart())).toBe("");
});

test("another mark, or one further on, is the sender's own", () => {
  expect(markBefore("critical", "❌ api is down")).toBe("🚨 ");
  expect(markBefore("success", "api is up ✅")).toBe("✅ ");
  expect(markBefore("warning", "⚠ without a selector")).toBe("");
});

test("in no form does it stand twice", () => {
  const up = { ...notices.push, level: "success", title: "✅ Your service is up ✅" } as const;
  expect(contentOf(render([up], styleOf("text"))).split("\n")[0]).toBe("✅ Your service is up ✅");
  expect(contentOf(render([up], styleOf("markdown"))).split("\n")[0]).toBe("**✅ Your service is up ✅**");
});

import { expect, test } from "vitest";
import { shortLinks } from "../../../lib/sources/forge/short-links.ts";

const app = "https://git.example/shop/web/app";
const here = `${app}/-/merge_requests/12#note_3`;

test.each([
  [`${app}/-/issues/3`, "#3"],
  [`${app}/-/work_items/3`, "#3"],
  [`${app}/-/merge_requests/9#note_2`, "!9"],
  [`${app}/-/commit/a1b2c3d4e5f6`, "a1b2c3d"],
  [`${app}/-/compare/v1...v2`, "v1...v2"],
  ["https://git.example/shop/api/-/issues/3", "shop/api#3"],
  ["https://other.example/shop/web/app/-/issues/3", "https://other.example/shop/web/app/-/issues/3"],
  [`${app}/-/blob/main/issues/3`, `${app}/-/blob/main/issues/3`],
  [`${app}/-/issues/new`, `${app}/-/issues/new`],
])("%s in a GitLab text is %s", (url, short) => {
  expect(shortLinks(`see ${url} and`, here)).toBe(`see ${short} and`);
});

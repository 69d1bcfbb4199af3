import { expect, it } from "vitest";
import { httpLink } from "../../lib/sources/http-link.ts";
import { readImage } from "../../lib/sources/read-image.ts";

it.each(["https://example.com/a?b=1#c", "HTTP://example.com", "https://例子.中国/路径"])("%s is a link", (text) =>
  expect(httpLink(text)).toBe(text),
);

it.each([
  ["no address", "example.com"],
  ["a script", "javascript:alert(1)"],
  ["a file", "file:///etc/passwd"],
  ["two words", "https://example.com/a b"],
  ["half a character", "https://example.com/\uD800"],
  ["an order to a terminal", "https://example.com/\u001B[2J"],
  ["text turned around", "https://example.com/\u202Egnp.exe"],
  ["endless", `https://example.com/${"a".repeat(3_000)}`],
])("%s is none", (_, text) => {
  expect(httpLink(text)).toBeUndefined();
  expect(readImage(text)).toEqual({ kind: "unread" });
});

it("half a character makes no picture", () =>
  expect(readImage("data:image/png;base64,\uDC00")).toEqual({ kind: "unread" }));

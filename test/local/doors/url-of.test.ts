import { expect, it } from "vitest";
import { urlOf } from "../../../local/doors/url-of.ts";

it.each([
  ["127.0.0.1", "http://127.0.0.1:8789"],
  ["::1", "http://[::1]:8789"],
  ["fe80::1", "http://[fe80::1]:8789"],
  ["::", "http://127.0.0.1:8789"],
  ["0.0.0.0", "http://127.0.0.1:8789"],
  ["::ffff:127.0.0.1", "http://127.0.0.1:8789"],
  ["localhost", "http://localhost:8789"],
])("%s", (host, url) => {
  expect(urlOf(host, 8789)).toBe(url);
  expect(URL.canParse(url)).toBe(true);
});

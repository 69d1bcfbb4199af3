import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { sources } from "../../lib/sources/index.ts";
import { inboundOf } from "../support/inbound.ts";

const pages = ["healthchecks.md", "healthchecks.zh-CN.md"] as const;

/** What Healthchecks puts in place of its names, at a time. */
const filled = (text: string, status: string, minute: number): string =>
  text
    .replaceAll("$JSON", JSON.stringify({ name: "备份 db1", status }))
    .replaceAll("$NAME_JSON", JSON.stringify("备份 db1"))
    .replaceAll("$BODY_JSON", JSON.stringify(""))
    .replaceAll("$EXITSTATUS", "")
    .replaceAll("$NAME", "db1")
    .replaceAll("$STATUS", status)
    .replaceAll("$CODE", "6f2c1a90-0000-4000-8000-0000000000aa")
    .replaceAll("$NOW", `2026-11-21T03:0${minute}:00+00:00`);

async function contentOf(name: "healthchecks" | "generic", inbound: Inbound): Promise<string | undefined> {
  const parsed = (await sources[name].load()).parse(inbound, {});
  if (isRefusal(parsed)) throw new Error(parsed.message);
  return parsed.content;
}

describe.each(pages)("what %s gives to paste", (page) => {
  const text = readFileSync(new URL(`../../docs/senders/${page}`, import.meta.url), "utf8");
  const [own = "", generic = ""] = [...text.matchAll(/^```json\n(.*)\n```$/gm)].map(([, body]) => body);
  const [, query = ""] = /`(\?name=[^`]*)`/.exec(text) ?? [];

  const requests = [
    ["healthchecks", "its body", (status: string, minute: number) => inboundOf({ body: filled(own, status, minute) })],
    ["generic", "its body", (status: string, minute: number) => inboundOf({ body: filled(generic, status, minute) })],
    [
      "healthchecks",
      "its query",
      (status: string, minute: number) =>
        inboundOf({
          method: "GET",
          body: "",
          query: Object.fromEntries(new URLSearchParams(filled(query, status, minute).replaceAll("+", "%2B"))),
        }),
    ],
  ] as const;

  it.each(requests)(
    "is for the source %s, by %s, another request when the check goes down anew",
    async (name, _, at) => {
      const first = await contentOf(name, at("down", 1));
      expect(await contentOf(name, at("down", 1))).toBe(first);
      expect(await contentOf(name, at("down", 3))).not.toBe(first);
    },
  );
});

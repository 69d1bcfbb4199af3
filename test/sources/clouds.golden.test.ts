import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isObject } from "../../lib/base/is-object.ts";
import type { Inbound } from "../../lib/model/inbound.ts";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { formatOf } from "../support/formats.ts";
import { inboundOf } from "../support/inbound.ts";
import { noticeFaults } from "./notice-faults.ts";

/** `body` is posted as JSON, `form` as a form, `raw` as it is; SNS's `Message` that is an object here is JSON in text. */
type Case = {
  readonly headers?: Record<string, string>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly form?: Record<string, string>;
  readonly raw?: string;
};

const folderOf = (source: string): URL => new URL(`../golden/${source}/`, import.meta.url);

function read(source: string, name: string): Inbound {
  const {
    headers = {},
    body,
    form,
    raw,
  } = JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(source)), "utf8")) as Case;
  if (form)
    return inboundOf({
      headers: { ...headers, "content-type": "application/x-www-form-urlencoded; charset=UTF-8" },
      body: new URLSearchParams(form).toString(),
    });
  const message = body?.["Message"];
  const json = isObject(message) ? { ...body, Message: JSON.stringify(message) } : body;
  return inboundOf({ headers, body: raw ?? JSON.stringify(json) });
}

type Said = Notice | Refusal | undefined;

const words = (said: Said): readonly string[] => {
  if (said === undefined) return ["(says nothing)"];
  if (isRefusal(said)) return [`refused ${said.refusal}: ${said.message}`];
  return [`[${said.level}] ${said.title}`, ...said.lines.map((line) => `    ${line}`)];
};

const facts = (said: Said): readonly string[] =>
  said === undefined || isRefusal(said)
    ? []
    : [
        said.link ?? "(no link)",
        `${said.key ?? "(no key)"}${said.replaces ? " · replaces" : ""}${said.resolved ? " · resolved" : ""}`,
        said.at,
      ];

describe.each(["sns", "cloudmonitor", "standard-webhooks"])("%s", (source) => {
  const cases = readdirSync(folderOf(source)).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

  test.each(cases)("%s", async (name) => {
    const inbound = read(source, name);
    const format = formatOf(source);
    const parsed = format.parse(inbound, {});
    const [zh, en] = languages.map((language) =>
      isRefusal(parsed) ? parsed : format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" }),
    );
    for (const said of [zh, en])
      if (said && !isRefusal(said)) expect(noticeFaults({ key: `${source}/`, ...said }, source)).toEqual([]);
    const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
    const event = isRefusal(parsed) ? [] : [[parsed.event, parsed.action].filter(Boolean).join(".")];
    const text = [...told, ...facts(en), ...event].map((line) => `${line}\n`).join("");
    await expect(text).toMatchFileSnapshot(new URL(`${name}.notice`, folderOf(source)).pathname);
  });
});

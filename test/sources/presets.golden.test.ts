import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import type { Format } from "../../lib/model/source.ts";
import { presets } from "../../lib/sources/presets.ts";
import { inboundOf } from "../support/inbound.ts";

type Case = {
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly raw?: string;
  /** Whether the route's `only` names it. */
  readonly named?: boolean;
};

type Said = Notice | Refusal | undefined;

const folder = new URL("../golden/presets/", import.meta.url);

const casesOf = (name: string): readonly string[] =>
  readdirSync(new URL(`${name}/`, folder)).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

const readCase = (name: string, file: string): Case =>
  JSON.parse(readFileSync(new URL(`${name}/${file}.json`, folder), "utf8")) as Case;

const inboundFrom = ({ body, raw, headers = {}, query = {} }: Case): Inbound =>
  inboundOf({ headers, query, body: raw ?? (body === undefined ? "" : JSON.stringify(body)) });

function say(format: Format, inbound: Inbound, language: (typeof languages)[number], isNamed: boolean): Said {
  const parsed = format.parse(inbound, {});
  return isRefusal(parsed)
    ? parsed
    : format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai", isNamed });
}

/** As a person reads it. */
function words(said: Said): readonly string[] {
  if (said === undefined) return ["(says nothing)"];
  if (isRefusal(said)) return [`refused ${said.refusal}: ${said.message}`];
  return [`[${said.level}] ${said.title}`, ...said.lines.map((line) => `    ${line}`)];
}

/** What is the same in both languages. */
const facts = (said: Said): readonly string[] =>
  said === undefined || isRefusal(said)
    ? []
    : [
        said.link ?? "(no link)",
        `${said.key ?? "(no key)"}${said.replaces ? " · replaces" : ""}${said.resolved ? " · resolved" : ""}`,
        `${said.event} ${said.at}`,
      ];

/** What no notice of a preset may have in its words. */
const leftovers = /undefined|\[object|[{}]|\bnull\b|&(?:amp|lt|gt|#\d+);/;

/** Goldens of events that no filter can name, since nobody foresaw them. */
const unforeseen = ["emby/of-its-own", "sonarr/unknown-event", "uptimerobot/of-another-kind"];

test("filters can name every event but those that nobody foresaw", async () => {
  const found: string[] = [];
  for (const { name, load, events } of Object.values(presets)) {
    const format = await load();
    for (const file of casesOf(name)) {
      const parsed = format.parse(inboundFrom(readCase(name, file)), {});
      if (isRefusal(parsed)) continue;
      const actions = Object.hasOwn(events, parsed.event) ? events[parsed.event] : undefined;
      const isNamed = actions === true || (actions && (!parsed.action || actions.includes(parsed.action)));
      if (!isNamed) found.push(`${name}/${file}`);
    }
  }
  expect(found).toEqual(expect.arrayContaining(unforeseen));
  expect(found).toHaveLength(unforeseen.length);
});

describe.each(Object.values(presets))("$name", ({ name, load }) => {
  const cases = casesOf(name);

  test("has cases enough to be believed", () => expect(cases.length).toBeGreaterThanOrEqual(3));

  test.each(cases)("%s", async (file) => {
    const read = readCase(name, file);
    const { named = false } = read;
    const inbound = inboundFrom(read);
    const format = await load();
    const [zh, en] = languages.map((language) => say(format, inbound, language, named));
    for (const said of [zh, en]) {
      if (said === undefined || isRefusal(said)) continue;
      expect(said.source).toBe(name);
      for (const text of [said.title, ...said.lines]) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(leftovers);
      }
    }
    const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
    const text = [...told, ...facts(en)].map((line) => `${line}\n`).join("");
    await expect(text).toMatchFileSnapshot(new URL(`${name}/${file}.notice`, folder).pathname);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ExactAnswer, Inbound } from "../../lib/model/inbound.ts";
import { languages } from "../../lib/model/language.ts";
import { isRefusal, type Refusal, refusalStatus } from "../../lib/model/refusal.ts";
import type { Format } from "../../lib/model/source.ts";
import { fitPath, segmentsOf } from "../../lib/policy/intake/fit-path.ts";
import { inboundOf } from "../support/inbound.ts";
import { type Facade, facadeNamed } from "./facades.ts";

/** A request to a route's address: `path` is what the client appends, `raw` a body that is no JSON. */
type Case = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly raw?: string;
};

const folder = new URL("../golden/facades/", import.meta.url);
const facades = readdirSync(folder).toSorted();
const casesOf = (name: string): readonly string[] =>
  readdirSync(new URL(`${name}/`, folder)).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

function readCase(name: string, file: string): Inbound {
  const {
    path = "",
    body,
    raw,
    ...rest
  } = JSON.parse(readFileSync(new URL(`${name}/${file}.json`, folder), "utf8")) as Case;
  const inbound = inboundOf({
    ...rest,
    path: `/ci${path}`,
    body: raw ?? (body === undefined ? "" : JSON.stringify(body)),
  });
  const fitted = fitPath(facadeNamed(name).dialect, segmentsOf(path), inbound.method);
  if (typeof fitted === "string") throw new Error(`${name}/${file}: ${fitted}`);
  return { ...inbound, ...fitted };
}

const write = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const writeAnswer = ({ status, headers, text }: ExactAnswer): string =>
  `${status} ${headers["content-type"] ?? "(no type)"}\n${text}\n`;

/** What a client is answered: to a look aside, to what was taken, or to what says nothing. */
function answer({ dialect }: Facade, inbound: Inbound, format: Format): ExactAnswer {
  const parsed = format.parse(inbound, {});
  return (
    dialect.aside?.(inbound) ??
    (isRefusal(parsed) ? dialect.refused(parsed, inbound) : dialect.taken(inbound, "ci#delivery"))
  );
}

describe.each(facades)("%s", (name) => {
  const source = facadeNamed(name);
  const cases = casesOf(name);

  test("has cases enough to be believed", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test("refuses in its vendor's words", async () => {
    const answers = (Object.keys(refusalStatus) as Refusal["refusal"][]).map((refusal) => {
      const { status, text } = source.dialect.refused({ refusal, message: "why" }, inboundOf({}));
      return `${refusal}: ${status} ${text}\n`;
    });
    await expect(answers.join("")).toMatchFileSnapshot(new URL(`${name}/refusals.answers`, folder).pathname);
  });

  test.each(cases)("%s", async (file) => {
    const inbound = readCase(name, file);
    const format = await source.load(inbound);
    const stem = new URL(`${name}/${file}`, folder).pathname;
    await expect(writeAnswer(answer(source, inbound, format))).toMatchFileSnapshot(`${stem}.answer`);
    const parsed = format.parse(inbound, {});
    if (source.dialect.aside?.(inbound) || isRefusal(parsed)) return;
    for (const language of languages) {
      const notice = format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" });
      await expect(write(notice)).toMatchFileSnapshot(`${stem}.${language}.notice`);
    }
  });
});

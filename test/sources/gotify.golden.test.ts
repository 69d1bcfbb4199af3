import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { gotifyFormat } from "../../lib/sources/gotify/format.ts";
import { inboundOf } from "../support/inbound.ts";

const folder = new URL("../golden/gotify/", import.meta.url);
const cases = readdirSync(folder).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

type Case = { headers: Record<string, string>; query?: Record<string, string>; body: unknown };

test.each(cases.flatMap((name) => languages.map((language) => [name, language] as const)))(
  "%s in %s",
  async (name, language) => {
    const { headers, query = {}, body } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Case;
    const inbound = inboundOf({ headers, query, body: typeof body === "string" ? body : JSON.stringify(body) });
    const parsed = gotifyFormat.parse(inbound, {});
    const told = isRefusal(parsed)
      ? parsed
      : gotifyFormat.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" });
    expect(JSON.stringify(told)).not.toContain("not-to-be-shown");
    await expect(`${JSON.stringify(told, undefined, 2)}\n`).toMatchFileSnapshot(
      new URL(`${name}.${language}.notice`, folder).pathname,
    );
  },
);

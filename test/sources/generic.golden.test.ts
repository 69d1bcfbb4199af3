import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { genericFormat } from "../../lib/sources/generic/format.ts";
import { inboundOf } from "../support/inbound.ts";

const folder = new URL("../golden/generic/", import.meta.url);
const cases = readdirSync(folder).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

type Case = { headers: Record<string, string>; body: unknown; fields?: Record<string, string> };

test.each(cases.flatMap((name) => languages.map((language) => [name, language] as const)))(
  "%s in %s",
  async (name, language) => {
    const { headers, body, fields = {} } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as Case;
    const inbound = inboundOf({ headers, body: typeof body === "string" ? body : JSON.stringify(body) });
    const parsed = genericFormat.parse(inbound, { fields });
    const notice = isRefusal(parsed)
      ? parsed
      : genericFormat.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" });
    await expect(`${JSON.stringify(notice, undefined, 2)}\n`).toMatchFileSnapshot(
      new URL(`${name}.${language}.notice`, folder).pathname,
    );
  },
);

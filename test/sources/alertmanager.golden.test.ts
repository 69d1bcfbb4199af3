import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { alertmanagerFormat } from "../../lib/sources/alertmanager/format.ts";
import { inboundOf } from "../support/inbound.ts";

const folder = new URL("../golden/alertmanager/", import.meta.url);
const cases = readdirSync(folder).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);

test.each(cases.flatMap((name) => languages.map((language) => [name, language] as const)))(
  "%s in %s",
  async (name, language) => {
    const inbound = inboundOf({ body: readFileSync(new URL(`${name}.json`, folder)) });
    const parsed = alertmanagerFormat.parse(inbound, {});
    const notice = isRefusal(parsed)
      ? parsed
      : alertmanagerFormat.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" });
    await expect(`${JSON.stringify(notice, undefined, 2)}\n`).toMatchFileSnapshot(
      new URL(`${name}.${language}.notice`, folder).pathname,
    );
  },
);

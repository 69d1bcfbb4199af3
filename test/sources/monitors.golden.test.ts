import { describe, expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { sources } from "../../lib/sources/index.ts";
import { casesOf, monitorFolder, monitors, readCase, requestOf } from "./monitors.ts";

describe.each(monitors)("%s", (name) => {
  test.each(casesOf(name))("%s", async (file) => {
    const inbound = requestOf(readCase(name, file));
    const format = await sources[name].load();
    const parsed = format.parse(inbound, {});
    for (const language of languages) {
      const told = isRefusal(parsed)
        ? parsed
        : (format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai", hears: () => true }) ?? "nothing");
      expect(JSON.stringify(told)).not.toContain("not-to-be-shown");
      expect(JSON.stringify(isRefusal(told) ? "" : told)).not.toMatch(/\b(?:undefined|NaN|null)\b|\[object/);
      await expect(`${JSON.stringify(told, undefined, 2)}\n`).toMatchFileSnapshot(
        new URL(`${name}/${file}.${language}.notice`, monitorFolder).pathname,
      );
    }
  });
});

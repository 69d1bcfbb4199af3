import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { casesOf, folderOf, forges, readCase, say } from "../support/forges.ts";
import { noticeFaults } from "./notice-faults.ts";
import { showSaid } from "./show-said.ts";

const cases = forges.flatMap((forge) => casesOf(forge).map((name) => [forge, name] as const));

test.each(cases)("%s: %s", async (forge, name) => {
  const request = readCase(forge, name);
  const [zh, en] = await Promise.all(languages.map(async (language) => say(forge, request, { language })));
  for (const said of [zh, en]) {
    if (!said || isRefusal(said)) continue;
    expect(noticeFaults(said, forge)).toEqual([]);
    expect(JSON.stringify(said)).not.toMatch(/not-to-be-shown|undefined/);
  }
  await expect(showSaid(zh, en)).toMatchFileSnapshot(new URL(`${name}.notice`, folderOf(forge)).pathname);
});

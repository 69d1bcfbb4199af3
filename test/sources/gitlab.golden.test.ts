import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { gitlabFolder, readCase, say } from "../support/gitlab.ts";
import { noticeFaults } from "./notice-faults.ts";
import { showSaid } from "./show-said.ts";

const cases = readdirSync(gitlabFolder).flatMap((file) => /^([\w.-]+)\.json$/.exec(file)?.[1] ?? []);

test.each(cases)("%s", async (name) => {
  const { headers, body, named = false } = readCase(name);
  const [zh, en] = languages.map((language) => say(body, { language, headers, isNamed: named }));
  for (const said of [zh, en]) if (said && !isRefusal(said)) expect(noticeFaults(said, "gitlab")).toEqual([]);
  await expect(showSaid(zh, en)).toMatchFileSnapshot(new URL(`${name}.notice`, gitlabFolder).pathname);
});

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { gitlabFolder, readCase, say } from "../support/gitlab.ts";
import { noticeFaults } from "./notice-faults.ts";

const cases = readdirSync(gitlabFolder).flatMap((file) => /^([\w.-]+)\.json$/.exec(file)?.[1] ?? []);

type Said = Notice | Refusal | undefined;

/** As a person reads it; a digest's count of three below. */
const words = (said: Said): readonly string[] => {
  if (said === undefined) return ["(says nothing)"];
  if (isRefusal(said)) return [`refused ${said.refusal}: ${said.message}`];
  const { level, title, lines, tally } = said;
  const counted = tally && `${tally.where}: 3 ${tally.what}${tally.who === undefined ? "" : ` (${tally.who})`}`;
  return [`[${level}] ${title}`, ...lines.map((line) => `    ${line}`), ...(counted ? [`    × 3: ${counted}`] : [])];
};

/** What is the same in both languages. */
const facts = (said: Said): readonly string[] =>
  said === undefined || isRefusal(said)
    ? []
    : [
        said.link ?? "(no link)",
        `${said.key ?? ""}${said.replaces ? " · replaces" : ""}${said.resolved ? " · resolved" : ""}`,
        ...(said.act ? [`act ${said.act.rank}: ${said.act.keys.join(" ")}`] : []),
        `${said.event} ${said.at}`,
      ];

test.each(cases)("%s", async (name) => {
  const { headers, body, named = false } = readCase(name);
  const [zh, en] = languages.map((language) => say(body, { language, headers, isNamed: named }));
  for (const said of [zh, en]) if (said && !isRefusal(said)) expect(noticeFaults(said, "gitlab")).toEqual([]);
  const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
  const text = [...told, ...facts(en)].map((line) => `${line}\n`).join("");
  await expect(text).toMatchFileSnapshot(new URL(`${name}.notice`, gitlabFolder).pathname);
});

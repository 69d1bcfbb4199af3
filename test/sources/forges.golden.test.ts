import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { casesOf, folderOf, forges, readCase, say } from "../support/forges.ts";
import { noticeFaults } from "./notice-faults.ts";

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
        `${said.key ?? ""}${said.replaces ? " · replaces" : ""}`,
        ...(said.act ? [`act ${said.act.rank}: ${said.act.keys.join(" ")}`] : []),
        `${said.event} ${said.at}`,
      ];

const cases = forges.flatMap((forge) => casesOf(forge).map((name) => [forge, name] as const));

test.each(cases)("%s: %s", async (forge, name) => {
  const request = readCase(forge, name);
  const [zh, en] = await Promise.all(languages.map(async (language) => say(forge, request, { language })));
  for (const said of [zh, en]) {
    if (!said || isRefusal(said)) continue;
    expect(noticeFaults(said, forge)).toEqual([]);
    expect(JSON.stringify(said)).not.toMatch(/not-to-be-shown|undefined/);
  }
  const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
  const text = [...told, ...facts(en)].map((line) => `${line}\n`).join("");
  await expect(text).toMatchFileSnapshot(new URL(`${name}.notice`, folderOf(forge)).pathname);
});

import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";

/** What became of a request. */
export type Said = Notice | Refusal | undefined;

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

/** A golden's text: the words in both languages, once where they are the same, and what is the same in both. */
export function showSaid(zh: Said, en: Said): string {
  const told = JSON.stringify(zh) === JSON.stringify(en) ? words(en) : [...words(zh), ...words(en)];
  return [...told, ...facts(en)].map((line) => `${line}\n`).join("");
}

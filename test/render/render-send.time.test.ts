import { expect, test } from "vitest";
import { forms } from "../../lib/model/form.ts";
import { linkPolicies } from "../../lib/model/settings.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { styleOf } from "../support/styles.ts";

const length = 50_000;

const redirect = "https://r.example.cn/{url}";

const patterns = [
  "a",
  "a.",
  ".a",
  ":",
  "/",
  "://",
  "http://",
  "https://a.b/(",
  "(https://a.b)",
  "https://a.b/))))",
  "((((",
  "[",
  "](",
  "[a](",
  "<",
  "<\u200d",
  "&lt;",
  "&amp;",
  ";",
  "@",
  "@\u200d",
  "www.",
  "\\",
  "*_",
  "\u0301",
  "a\u0301",
  "\u200b",
  "\u200d",
  " ",
  " a",
  "\n",
  "\u001b[",
  "\u001b[0",
  "\ud83d",
  "👩‍",
  "🇨🇳",
  "1.",
  "#",
];

/** Of this thread alone, so that what else the machine does is not counted (ms). */
const cpuTime = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Quadratic work on 50 kB takes half a minute; linear work takes milliseconds, and the ceiling is far from both. */
test.each(patterns)("50 kB of %j are told in time", (pattern) => {
  const text = pattern.repeat(Math.ceil(length / pattern.length));
  const start = cpuTime();
  const notice = {
    source: "s",
    event: "e",
    level: "info",
    title: text,
    lines: [text, `https://${text}`],
    at: "",
  } as const;
  for (const form of forms)
    for (const links of linkPolicies)
      renderSend({ notices: [{ ...notice, link: `https://a.example/${text}` }] }, styleOf(form, { links }));
  for (const links of linkPolicies)
    renderSend({ notices: [notice] }, styleOf("text", { links, domains: ["a.b", "example.cn"], redirect }));
  const params = () => ({ title: text, link: `https://a.b/${text}` });
  renderSend(
    { notices: [notice] },
    styleOf("markdown", { custom: { kind: "markdown", id: "t", params }, buttons: true }),
  );
  const tally = { where: text, what: text, who: text };
  const many = Array.from({ length: 4 }, () => ({ ...notice, tally }));
  renderSend({ answer: notice, notices: [{ ...notice, level: "error" }, ...many] }, styleOf("markdown"));
  expect(cpuTime() - start).toBeLessThan(1_500);
});

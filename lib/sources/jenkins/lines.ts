import type { MapContext } from "../../model/source.ts";
import { someLines } from "../monitor/some-lines.ts";
import { oneLine } from "../one-line.ts";
import { tellLength } from "../times.ts";
import { branchOf, type JenkinsBody } from "./body.ts";
import { words } from "./words.ts";

/** At most so many names of people, of tests. */
const max = 5;

/** What was built, of whom, which tests failed, how long it took, what its user lets it say, and the end of its log. */
export function linesOf(body: JenkinsBody, context: MapContext): readonly (string | undefined)[] {
  const { duration, notes, log, status } = body.build;
  const { language } = context;
  return [
    tellCommit(body, context),
    tellTests(body, context),
    duration && duration > 0 ? words[language].took(tellLength(duration, language)) : undefined,
    ...someLines(notes, 3),
    ...(status === "FAILURE" ? someLines(log, 5, "last") : []),
  ];
}

/** `main e58a1d7 lilei`; a revision that is no hash, as Subversion has, stays whole. */
function tellCommit(body: JenkinsBody, { language }: MapContext): string {
  const { commit, culprits = [] } = body.build.scm ?? {};
  const revision = commit?.replace(/^([0-9a-f]{7})[0-9a-f]{0,57}$/i, "$1");
  const people = culprits.slice(0, max).join(words[language].join);
  return [branchOf(body), revision, people].filter(Boolean).join(" ");
}

function tellTests({ build }: JenkinsBody, { language }: MapContext): string | undefined {
  const { failed, total, failed_tests: names = [] } = build.test_summary ?? {};
  if (!failed) return undefined;
  const say = words[language];
  const told = names.slice(0, max).map((name) => oneLine(name, 100));
  return say.tests(failed, total ?? failed, told.join(say.join));
}

import * as z from "zod";
import { number, text, texts } from "../monitor/fields.ts";

const Scm = z.looseObject({ branch: text, commit: text, culprits: texts }).nullish().catch(undefined);

const Tests = z.looseObject({ total: number, failed: number, failed_tests: texts }).nullish().catch(undefined);

const Build = z.looseObject({
  number: z.union([z.number(), z.string()]),
  phase: z.string(),
  status: text,
  full_url: text,
  timestamp: number,
  duration: number,
  scm: Scm,
  test_summary: Tests,
  notes: text,
  log: text,
});

/** What the plugin posts (its `JobState` and `BuildState`). */
export const JenkinsBody = z.looseObject({
  name: z.string(),
  display_name: text,
  url: text,
  build: Build,
});

export type JenkinsBody = z.output<typeof JenkinsBody>;

/** The branch as people call it: Git names a remote's before it. */
export const branchOf = ({ build }: JenkinsBody): string | undefined =>
  build.scm?.branch?.replace(/^(?:refs\/(?:heads|remotes\/[^/]+)\/|origin\/)/, "");

/** `组 » web`, which a folder's job has only for its display name, or where it stands: `job/team/job/web/`. */
export function nameOf({ name, display_name: shown, url = "" }: JenkinsBody): string {
  if (shown?.includes("»")) return shown;
  const folders = [...url.slice(0, 2_000).matchAll(/(?:^|\/)job\/([^/]{1,300})/g)].map(([, folder = ""]) => folder);
  return [...folders.slice(0, -1).map(decoded), shown ?? name].join(" » ");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A branch that GitHub's merge queue makes for a pull request, to check it before it is merged. */
export type Queue = { readonly base: string; readonly pull: string };

/** What a branch of the merge queue is for; undefined for a branch of people. */
export function queueOf(branch: string | null | undefined): Queue | undefined {
  const [, base, pull] =
    /^(?:refs\/heads\/)?gh-readonly-queue\/(.{1,500})\/pr-(\d{1,15})-[0-9a-f]+$/s.exec(branch ?? "") ?? [];
  return base !== undefined && pull !== undefined ? { base, pull } : undefined;
}

/** Branch of a full ref; undefined for a tag. */
export const branchOfRef = (ref: string): string | undefined => /^refs\/heads\/(.+)$/s.exec(ref)?.[1];

/** Name of a full ref as people write it. */
export const shortRef = (ref: string): string =>
  ref.replace(/^refs\/(?:heads|tags)\//, "").replace(/^refs\/pull\/(\d+)\/(?:head|merge)$/, "PR #$1");

/** The seven characters by which GitHub shows a commit. */
export const shortSha = (sha: string): string => sha.slice(0, 7);

/** Whether a commit's hash stands for none: forges write nought before a ref began, and after it ended. */
export const isNothing = (sha: string | null | undefined): boolean => /^0{7,64}$/.test(sha ?? "");

/** Whether a commit's hash stands for none: GitLab writes nought before a ref began, and after it ended. */
export const isNothing = (sha: string | null | undefined): boolean => /^0{7,}$/.test(sha ?? "");

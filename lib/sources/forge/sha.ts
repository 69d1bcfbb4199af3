/** Whether a commit's hash stands for none: forges write nought before a ref began, and after it ended. */
export const isNothing = (sha: string | null | undefined): boolean => /^0{7,64}$/.test(sha ?? "");

import { lookUp } from "../look-up.ts";

/** GitLab's statuses of what has ended in the words of endings; any other is on its way, waits for someone, or did not run. */
const conclusions = { success: "success", failed: "failure", canceled: "cancelled" } as const;

export const conclusionOf = (status: string | null | undefined): string | undefined => lookUp(conclusions, status);

/** `group/app:main` */
export const placeOfRun = (repo: string, ref: string | null | undefined): string => (ref ? `${repo}:${ref}` : repo);

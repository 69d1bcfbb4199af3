/** The address of a page of a project, a group or GitLab itself; nothing where the place's own is not known. */
export const pageOf = (place: string | null | undefined, ...segments: readonly string[]): string | undefined =>
  place ? [place.replace(/\/$/, ""), ...segments.flatMap(encoded)].join("/") : undefined;

/** Half a character has no place in an address, and would be a fault of ours. */
const encoded = (segments: string): readonly string[] => segments.toWellFormed().split("/").map(encodeURIComponent);

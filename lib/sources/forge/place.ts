/** `lib/app.ts:12`, as editors write it. */
export const placeOf = (comment: {
  readonly path?: string | null | undefined;
  readonly line?: number | null | undefined;
}): string => (comment.path ? `${comment.path}${comment.line == null ? "" : `:${comment.line}`}` : "");

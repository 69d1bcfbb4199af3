import { findLinks } from "./find-links.ts";

/** A place to cut a text at, or the start of the link that the cut would fall into: part of one leads nowhere. */
export const beforeLink = (text: string, at: number): number =>
  findLinks(text).find(({ start, end }) => start < at && at < end)?.start ?? at;

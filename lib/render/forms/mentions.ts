import type { Style } from "../style/style.ts";

/** Mentions take no more of a message's room than one part in so many. */
const share = 4;

/**
 * The users to mention, in QQ's sign for it; empty when there are none. Written behind all escaping, and of ids from the
 * routes file only: what a sender wrote can mention nobody.
 */
export function mentionLine({ mentions = [], limit }: Style): string {
  const max = Math.min(limit.characters, limit.bytes) / share;
  return mentions.reduce((line, user) => {
    const longer = `${line}${line && " "}<qqbot-at-user id="${user}" />`;
    return longer.length <= max ? longer : line;
  }, "");
}

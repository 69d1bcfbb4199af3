const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;" } as const;

/** Channel and dm read `& < >` in `content` as signs of their own, so they go out escaped, once, over the whole text. */
export const escapeContent = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => escapes[sign as keyof typeof escapes]);

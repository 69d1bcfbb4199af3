import * as z from "zod";
import { oneLine } from "../one-line.ts";
import { text } from "./fields.ts";
import { shortSha } from "./ref.ts";

export const Commit = z.object({
  id: z.string(),
  message: z.string(),
  author: z.object({ name: text, username: text }).nullish(),
});

/** `abc1234 first line (author)`; the author is left out where `actor`, whom the title names, is the same account. */
export function commitLine({ id, message, author }: z.infer<typeof Commit>, actor?: string): string {
  const name = author?.username || author?.name;
  const summary = oneLine(
    message
      .trimStart()
      .split(/[\r\n]/, 1)
      .join(""),
    160,
  );
  return `${shortSha(id)} ${summary}${name && name !== actor ? ` (${name})` : ""}`;
}

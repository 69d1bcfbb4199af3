import type { Finds } from "./told.ts";

/** What stands for WeCom's angle brackets (all between them) in words: people by their names; undefined where they are none of its. */
export function readWecomAngle(inner: string, finds: Finds): string | undefined {
  const [, name] = /^@([\w.@-]{1,64})$/.exec(inner) ?? [];
  if (name === "all") {
    finds.calls ??= "@all";
    return "";
  }
  return name === undefined ? undefined : `@${name}`;
}

import { isObject } from "../../base/is-object.ts";
import { isNothing, shortRef } from "../forge/ref.ts";
import type { AsGithub, Json } from "../github/as-github.ts";
import { listOf, memberOf, textOf } from "./members.ts";
import { pageOfRef } from "./page-of-ref.ts";

/**
 * Gitea lists the newest commits, newest first, and tells how many there are; not what GitHub tells by marks: that a ref came, went,
 * or was taken back, when nothing came and it is another commit now.
 */
export function push(json: Json): AsGithub {
  const [before, after] = [textOf(json, "before"), textOf(json, "after")];
  const ref = shortRef(textOf(json, "ref") ?? "");
  const commits = listOf(json, "commits");
  const [created, deleted] = [isNothing(before), isNothing(after)];
  return {
    event: "push",
    body: {
      ...json,
      compare: created
        ? pageOfRef(memberOf(json, "repository"), ref)
        : (textOf(json, "compare_url") ?? json["compare"]),
      commits: isNewestFirst(commits, after) ? commits.toReversed() : commits,
      created,
      deleted,
      forced: commits.length === 0 && !created && !deleted && before !== after,
      pusher: { name: textOf(memberOf(json, "pusher"), "login") },
    },
  };
}

const isNewestFirst = ([first]: readonly unknown[], after: string | undefined): boolean =>
  isObject(first) && first["id"] === after;

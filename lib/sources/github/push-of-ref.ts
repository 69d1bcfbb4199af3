import { shortRef } from "../forge/ref.ts";
import type { AsGithub, Json } from "./as-github.ts";

type Commit = {
  readonly id: string;
  readonly message: string;
  readonly author: { readonly name: string | undefined };
};

/** One push of one ref, by a forge that tells with it whether the ref came or went. */
export type PushOfRef = {
  /** Who and where, as GitHub's bodies say it. */
  readonly envelope: Json;
  /** The full one, `refs/heads/main`. */
  readonly ref: string;
  readonly isNew: boolean;
  readonly isGone: boolean;
  /** The commit that the ref is now. */
  readonly after: string | null | undefined;
  /** In either order: the newest is `after`. */
  readonly commits: readonly Commit[];
  readonly forced?: boolean | null | undefined;
  readonly compare?: string | null | undefined;
  /** The ref's own page, where it is not GitHub's. */
  readonly page?: string | undefined;
  /** How many commits there are, where fewer are listed. */
  readonly total?: number | null | undefined;
  /** How many are listed at most, where that many are. */
  readonly max?: number | undefined;
};

/** The push as GitHub tells it: a ref that went, or came without commits of its own, by an event for that. */
export function pushOfRef({ envelope, ref, isNew, isGone, commits, page, ...push }: PushOfRef): AsGithub {
  const isTag = ref.startsWith("refs/tags/");
  const about = { ...envelope, ref: shortRef(ref), ref_type: isTag ? "tag" : "branch", ref_url: page };
  if (isGone) return { event: "delete", body: about };
  if (isNew && (isTag || commits.length === 0)) return { event: "create", body: about, isAlone: true };
  return {
    event: "push",
    body: {
      ...envelope,
      ref,
      after: push.after,
      created: isNew,
      forced: push.forced,
      compare: push.compare,
      commits: oldestFirst(commits, push.after),
      total_commits: push.total,
      max_commits: push.max,
    },
  };
}

const oldestFirst = (commits: readonly Commit[], after: PushOfRef["after"]): readonly Commit[] =>
  after && commits[0]?.id.startsWith(after) ? commits.toReversed() : commits;

import type { Forge } from "../github/retell.ts";

/** What the telling of its events needs to know of Bitbucket. */
export const bitbucketForge = {
  name: "bitbucket",
  title: "Bitbucket",
  heard: {
    push: [["repo:push"]],
    delete: [["repo:push"]],
    "pull_request.closed": [["pullrequest:fulfilled"]],
  },
} as const satisfies Pick<Forge, "name" | "title" | "heard">;

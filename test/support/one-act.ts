/** One of GitHub's webhooks: its event and body. */
export type Told = readonly [event: string, body: object];

const repository = { full_name: "pay/api", html_url: "https://github.com/pay/api" };
const common = { repository, sender: { login: "lin", type: "User" } };
const page = "https://github.com/pay/api";

/** One failed workflow, as GitHub tells it: by its run, the suite of its checks, and each failed job with its check. */
export function failedRun(
  options: { run?: number; name?: string; attempt?: number; jobs?: readonly string[] } = {},
): readonly Told[] {
  const { run = 71, name: workflow = "Tests", attempt = 1, jobs = ["unit"] } = options;
  const ended = { conclusion: "failure", head_branch: "main", head_sha: "d0".repeat(20) };
  const app = { name: "GitHub Actions", slug: "github-actions" };
  const suite = run + 4_000;
  const job = (name: string, at: number): readonly Told[] => {
    const id = run * 1_000 + attempt * 100 + at;
    const address = `${page}/actions/runs/${run}/job/${id}`;
    return [
      [
        "workflow_job",
        {
          ...common,
          action: "completed",
          workflow_job: {
            ...ended,
            id,
            run_id: run,
            run_attempt: attempt,
            name,
            workflow_name: workflow,
            html_url: address,
            steps: [{ name: `npm run ${name}`, conclusion: "failure" }],
          },
        },
      ],
      [
        "check_run",
        {
          ...common,
          action: "completed",
          check_run: { ...ended, id, name, html_url: address, check_suite: { id: suite, head_branch: "main" }, app },
        },
      ],
    ];
  };
  return [
    ...jobs.flatMap(job),
    ["check_suite", { ...common, action: "completed", check_suite: { ...ended, id: suite, app } }],
    [
      "workflow_run",
      {
        ...common,
        action: "completed",
        workflow_run: {
          ...ended,
          id: run,
          run_attempt: attempt,
          check_suite_id: suite,
          name: workflow,
          html_url: `${page}/actions/runs/${run}`,
        },
      },
    ],
  ];
}

const pull = {
  number: 8,
  title: "Refunds",
  html_url: `${page}/pull/8`,
  base: { ref: "main", repo: repository },
  head: { ref: "refunds", label: "pay:refunds", repo: repository },
};

/** A line comment of a review. */
export const lineComment = (line: number, review = 5): Told => [
  "pull_request_review_comment",
  {
    ...common,
    action: "created",
    comment: { body: `rename this ${line}`, path: "src/pay.ts", line, pull_request_review_id: review },
    pull_request: pull,
  },
];

export const submitted = (state: string, body: string | null, review = 5): Told => [
  "pull_request_review",
  { ...common, action: "submitted", review: { id: review, state, body, user: common.sender }, pull_request: pull },
];

/** A commit with a number of its own. */
const commit = (id: number, message: string, distinct = true) => ({
  id: String(id).repeat(40),
  message,
  distinct,
  author: { name: "lin", username: "lin" },
});

const sha = (id: number): string => String(id).repeat(40);

/** What a merge makes of a pull request of two commits. */
const merges = {
  merge: [commit(1, "one", false), commit(2, "two", false), commit(9, "Merge pull request #8 from pay/refunds")],
  squash: [commit(9, "Refunds (#8)")],
  rebase: [commit(8, "one"), commit(9, "two")],
  // The queue's own branch had it before.
  queue: [commit(9, "Refunds (#8)", false)],
} as const;

export type MergeKind = keyof typeof merges;

export const mergeKinds = Object.keys(merges) as readonly MergeKind[];

/** A pull request that is merged, as GitHub tells it: the push to its base, its end, the end of its branch. */
export function merge(kind: MergeKind): { readonly push: Told; readonly closed: Told; readonly deleted: Told } {
  const commits = merges[kind];
  return {
    push: [
      "push",
      {
        ...common,
        ref: "refs/heads/main",
        after: sha(9),
        compare: `${page}/compare/a...b`,
        commits,
        head_commit: commits.at(-1),
        pusher: { name: "lin" },
      },
    ],
    closed: [
      "pull_request",
      {
        ...common,
        action: "closed",
        pull_request: { ...pull, merged: true, merge_commit_sha: sha(9), additions: 8, deletions: 2, changed_files: 3 },
      },
    ],
    deleted: branchEnd("refunds"),
  };
}

export const branchEnd = (ref: string): Told => ["delete", { ...common, ref, ref_type: "branch" }];

export const created = (ref: string, kind: "branch" | "tag" = "branch"): Told => [
  "create",
  { ...common, ref, ref_type: kind },
];

/** The push that makes a branch or tag. */
export const firstPush = (ref: string, commits: number): Told => [
  "push",
  {
    ...common,
    ref,
    created: true,
    after: sha(7),
    commits: Array.from({ length: commits }, (_, at) => commit(at + 1, `step ${at + 1}`)),
    head_commit: commit(7, "step"),
  },
];

export const pushTo = (branch: string, id: number): Told => [
  "push",
  { ...common, ref: `refs/heads/${branch}`, after: sha(id), commits: [commit(id, `step ${id}`)] },
];

/** All orders of a list. */
export const permutations = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

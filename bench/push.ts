import { createRequire } from "node:module";
import { signRequest } from "../local/cli/sign-request.ts";

type Commit = { readonly message: string };

type Push = { readonly commits: readonly Commit[]; readonly head_commit: Commit | null };

const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly {
  readonly name: string;
  readonly examples: readonly Push[];
}[];

/** The median of GitHub's example payloads, in bytes. */
const usualBytes = 7_700;

const distance = (push: Push): number => Math.abs(Buffer.byteLength(JSON.stringify(push)) - usualBytes);

const usual = examples
  .filter(({ name }) => name === "push")
  .flatMap((event) => event.examples)
  .reduce((nearest, push) => (distance(push) < distance(nearest) ? push : nearest));

const mark = (serial: string): string => `bench-${serial}`;

/** What `mark` wrote, wherever it is found in a message. */
export const markPattern = /bench-\d{6}/g;

const marked = (commit: Commit): Commit => ({ ...commit, message: `${mark("000000")} ${commit.message}` });

const template = JSON.stringify({
  ...usual,
  commits: usual.commits.map(marked),
  head_commit: usual.head_commit && marked(usual.head_commit),
});

export const pushSecret = "a-secret-of-the-benchmark";

export type PushRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** GitHub's example push of the usual size, signed; its commit's message tells the serial number. */
export function makePush(serial: number): PushRequest {
  const digits = String(serial).padStart(6, "0");
  const body = template.replaceAll(mark("000000"), mark(digits));
  return {
    headers: {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/bench",
      "x-github-event": "push",
      "x-github-delivery": `00000000-0000-4000-8000-000000${digits}`,
      ...signRequest("github", pushSecret, body).headers,
    },
    body,
  };
}

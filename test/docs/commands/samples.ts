import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../structure/project-files.ts";

/** A request of each source that a document previews as `body.json`, from the goldens. */
const files: Readonly<Record<string, string>> = {
  alertmanager: "test/golden/alertmanager/one-firing.json",
  bitbucket: "test/golden/bitbucket/push.two-commits.json",
  coding: "test/golden/coding/push.two-commits.json",
  generic: "test/golden/generic/title-and-text.json",
  gitea: "test/golden/gitea/pull_request.merged.json",
  gitee: "test/golden/gitee/push.two-commits.json",
  github: "local/sample-push.json",
  gitlab: "test/golden/gitlab/pipeline.failed.json",
  gotify: "test/golden/gotify/message-only.json",
  grafana: "test/golden/grafana/panel-and-runbook.json",
  healthchecks: "test/golden/monitors/healthchecks/down.json",
  jenkins: "test/golden/monitors/jenkins/failure.json",
  sentry: "test/golden/monitors/sentry/issue-created.json",
  sns: "test/golden/sns/alarm.json",
  "uptime-kuma": "test/golden/monitors/uptime-kuma/down.json",
  zabbix: "test/golden/monitors/zabbix/problem.json",
};

/** The body that a command previews, by the source that it names (GitHub's where it names none). Throws for a source without a sample. */
export function sampleFor(command: string): string {
  const [, source = "github"] = /--source (\S+)/.exec(command) ?? [];
  const file = files[source];
  if (file === undefined) throw new Error(`there is no sample of ${source} in test/docs/commands/samples.ts`);
  const kept = JSON.parse(readFileSync(join(root, file), "utf8")) as { readonly body?: unknown };
  const body = kept.body ?? kept;
  if (typeof body === "string") return body;
  // The goldens have what SNS carries as JSON; SNS has it as a text.
  return JSON.stringify(body, (name, value: unknown) => (name === "Message" ? JSON.stringify(value) : value));
}

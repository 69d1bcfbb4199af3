import type { SourceName } from "../lib/sources/index.ts";
import { presetRequests } from "./preset-requests.ts";
import { makePush } from "./push.ts";

/** A request of a source's, by which its first use is measured. */
export type FirstRequest = {
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The segments of its path behind the route's address. */
  readonly rest: readonly string[];
  readonly body: string;
};

type Bodies = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Words as tools write them, without markup. */
  readonly plain: unknown;
  /** Markdown, and names of emoji, where the source has some. */
  readonly marked?: unknown;
};

const json = { "content-type": "application/json" };
const event = (name: string) => ({ ...json, "x-github-event": name });

const words = "[db-1] disk_usage 93 % 快满了，12:30 起\nhttps://status.example.com/?host=db_1&m=5";
const markdown = "**db-1** 的磁盘快满了 :warning:\n\n- `/dev/sda1` 93 %\n- [看板](https://status.example.com/d/1)";

const alerts = {
  status: "firing",
  receiver: "qq",
  externalURL: "https://alerts.example.com",
  alerts: [
    {
      status: "firing",
      labels: { alertname: "DiskWillFill", instance: "db-1", severity: "critical" },
      annotations: { summary: words },
      startsAt: "2026-11-30T04:00:00Z",
    },
  ],
};

const comment = (body: string) => ({
  action: "created",
  issue: { number: 7, title: "磁盘快满了", html_url: "https://github.com/o/r/issues/7" },
  comment: { body, html_url: "https://github.com/o/r/issues/7#issuecomment-1" },
  repository: { full_name: "o/r" },
  sender: { login: "mona", type: "User" },
});

const attachment = (text: string) => ({
  text,
  attachments: [{ color: "danger", title: "磁盘", text, footer: "netdata" }],
});
const embed = (content: string) => ({ content, embeds: [{ title: "磁盘", description: content, color: 15_158_332 }] });
const inMarkdown = { "client::display": { contentType: "text/markdown" } };

const attachments: Bodies = { plain: attachment(words), marked: attachment(markdown) };

const known: { readonly [Name in SourceName]?: Bodies } = {
  alertmanager: { plain: alerts },
  grafana: { plain: { ...alerts, orgId: 1 } },
  github: { headers: event("push"), plain: JSON.parse(makePush(1).body) },
  gitlab: {
    headers: { ...json, "x-gitlab-event": "Push Hook" },
    plain: {
      object_kind: "push",
      ref: "refs/heads/main",
      before: "a".repeat(40),
      after: "b".repeat(40),
      user_name: "Mona",
      user_username: "mona",
      project: {
        name: "r",
        path_with_namespace: "o/r",
        web_url: "https://gitlab.example.com/o/r",
        default_branch: "main",
      },
      commits: [{ id: "b".repeat(40), message: words, author: { name: "Mona", email: "mona@example.com" } }],
      total_commits_count: 1,
    },
  },
  gitea: { headers: { ...json, "x-gitea-event": "push" }, plain: JSON.parse(makePush(1).body) },
  gitee: {
    plain: {
      hook_name: "push_hooks",
      ref: "refs/heads/main",
      before: "a".repeat(40),
      after: "b".repeat(40),
      sender: { name: "莫娜", login: "mona" },
      repository: { full_name: "o/r", html_url: "https://gitee.com/o/r" },
      commits: [{ id: "b".repeat(40), message: words, author: { name: "莫娜" } }],
    },
  },
  coding: { headers: { ...json, "x-coding-event": "push" }, plain: JSON.parse(makePush(1).body) },
  bitbucket: {
    headers: { ...json, "x-event-key": "repo:push" },
    plain: {
      actor: { display_name: "Mona" },
      repository: { full_name: "o/r" },
      push: {
        changes: [
          {
            new: { type: "branch", name: "main", target: { hash: "b".repeat(40) } },
            old: { type: "branch", name: "main" },
            commits: [{ hash: "b".repeat(40), message: words }],
          },
        ],
      },
    },
  },
  "uptime-kuma": {
    plain: {
      heartbeat: { status: 0, msg: "connect ECONNREFUSED", time: "2026-11-30 04:00:00.000" },
      monitor: { id: 7, name: "status", url: "https://status.example.com/" },
      msg: words,
    },
  },
  healthchecks: { plain: { check: { name: "db-1", uuid: "7" }, status: "down", body: words } },
  sentry: {
    headers: { ...json, "sentry-hook-resource": "issue" },
    plain: { action: "created", data: { issue: { id: "7", title: words, level: "error" } } },
  },
  jenkins: {
    plain: { name: "web", url: "job/web/", build: { number: 7, phase: "FINALIZED", status: "FAILURE", log: words } },
  },
  zabbix: {
    plain: { event_source: "0", event_value: "1", event_id: "7", event_name: words, event_nseverity: "4" },
  },
  gotify: { plain: { message: words, priority: 8 }, marked: { message: markdown, extras: inMarkdown } },
  slack: attachments,
  mattermost: attachments,
  rocketchat: attachments,
  discord: { plain: embed(words), marked: embed(markdown) },
  dingtalk: {
    plain: { msgtype: "text", text: { content: words } },
    marked: { msgtype: "markdown", markdown: { title: "磁盘", text: markdown } },
  },
  feishu: {
    plain: { msg_type: "text", content: { text: words } },
    marked: { msg_type: "interactive", card: { elements: [{ tag: "markdown", content: markdown }] } },
  },
  wecom: {
    plain: { msgtype: "text", text: { content: words } },
    marked: { msgtype: "markdown", markdown: { content: markdown } },
  },
  onebot: { plain: { group_id: 10_001, message: words } },
  sns: {
    plain: {
      Type: "Notification",
      MessageId: "m-1",
      TopicArn: "arn:aws:sns:eu-west-1:123456789012:alarms",
      Timestamp: "2026-11-30T04:00:00Z",
      Message: JSON.stringify({ AlarmName: "磁盘", AlarmDescription: words, NewStateValue: "ALARM" }),
    },
  },
  cloudmonitor: { plain: { alertName: "磁盘", alertState: "ALERT", metricName: words, curValue: "93" } },
  telegram: { plain: { chat_id: 1, text: words }, marked: { chat_id: 1, text: markdown, parse_mode: "Markdown" } },
};

/** The parts of a path behind the route's address, where a source's requests have some. */
const rests: { readonly [Name in SourceName]?: readonly string[] } = {
  onebot: ["send_group_msg"],
  telegram: ["bot1:key", "sendMessage"],
};

/** What most senders' fields for a text are called. */
const fields = "title text message content body desp".split(" ");

/** For a source that has none of its own here. */
const anything = (text: string) => Object.fromEntries(fields.map((field) => [field, text]));

/** Requests of a source, by what the bench calls them. */
export function firstRequests(source: SourceName): ReadonlyMap<string, FirstRequest> {
  const own = known[source] ?? presetRequests(source, words, markdown);
  const { headers = json, plain, marked }: Bodies = own ?? { plain: anything(words), marked: anything(markdown) };
  const request = (body: unknown, named = headers): FirstRequest => ({
    source,
    headers: named,
    rest: rests[source] ?? [],
    body: JSON.stringify(body),
  });
  return new Map([
    [source, request(plain)],
    ...(marked === undefined ? [] : [[`${source}, Markdown`, request(marked)] as const]),
    ...(source === "github"
      ? ([
          [`${source}, a comment`, request(comment(words), event("issue_comment"))],
          [`${source}, a comment, Markdown`, request(comment(markdown), event("issue_comment"))],
        ] as const)
      : []),
  ]);
}

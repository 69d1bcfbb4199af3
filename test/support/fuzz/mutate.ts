import { examples } from "../github.ts";
import type { Request } from "../requests.ts";

/** Numbers 0 … 1. */
export type Random = () => number;

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)] as T;

const json = "application/json";

/** Honest requests, as senders make them: a route's name, its headers, a body. */
const seeds: readonly Request[] = [
  ...examples.flatMap(({ name, examples: bodies }) =>
    bodies.map((body) => ({
      path: "/ci",
      headers: { "content-type": json, "x-github-event": name },
      body: JSON.stringify(body),
    })),
  ),
  ...[
    {
      alerts: [
        {
          status: "firing",
          labels: { alertname: "Disk", severity: "critical", instance: "n1" },
          annotations: { summary: "3% left, see https://a.example/x" },
          startsAt: "2026-11-21T03:00:00Z",
        },
      ],
      groupKey: "{}:{}",
      status: "firing",
    },
    {
      alerts: [
        {
          status: "resolved",
          labels: { alertname: "磁盘" },
          startsAt: "2026-11-21T03:00:00Z",
          endsAt: "2026-11-21T03:40:00Z",
        },
      ],
      externalURL: "http://am:9093",
    },
  ].map((body) => ({ path: "/am", headers: { "content-type": json }, body: JSON.stringify(body) })),
  ...[
    {
      title: "备份完成",
      text: "用时 3 分钟\n见 https://a.example/log",
      level: "warning",
      link: "https://a.example/",
      image: "https://a.example/x.png",
    },
    { message: "done", priority: 5 },
    { heartbeat: { status: 0, msg: "timeout" }, monitor: { name: "web" }, msg: "[web] down" },
  ].map((body) => ({ path: "/any", headers: { "content-type": json }, body: JSON.stringify(body) })),
  { path: "/any", headers: { "content-type": "text/plain" }, body: "备份完成\n用时 3 分钟" },
  {
    path: "/any",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "title=a+b&text=%E4%BD%A0%E5%A5%BD",
  },
];

const chats: readonly Request[] = [
  {
    path: "/nas/message?priority=8",
    headers: { "content-type": json },
    body: JSON.stringify({
      title: "**NAS**",
      message: "# 存储池\n- `/var` **93 %**\n[log](https://a.example/log)",
      priority: 5,
      extras: {
        "client::display": { contentType: "text/markdown" },
        "client::notification": { click: { url: "https://a.example/" } },
      },
    }),
  },
  {
    path: "/nas",
    headers: { "content-type": "multipart/form-data; boundary=b" },
    body: '--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n你好\r\n--b--\r\n',
  },
  { path: "/nas", headers: {}, body: "message=load+is+high&priority=10" },
  { path: "/nas", headers: {}, body: '{"message":"a\\.b\nc","priority":0}' },
];

const byPath = Object.groupBy([...seeds, ...chats], ({ path }) => path.replace(/^(\/\w+).*/, "$1"));

/** What senders who mean harm write into a field, or what breaks those who read it. */
const nasty = [
  "@everyone",
  "@all",
  "@全体成员",
  "<@1>",
  "<#1>",
  "<emoji:4>",
  "<qqbot-at-everyone />",
  "&lt;@1&gt;",
  ";@1",
  "https://ci.example.com/@https://everyone",
  "https://a.example/;qqbothttp://-at-everyone",
  "http://",
  "://",
  "[a](https://b.example)",
  "![i](x)",
  "<b>",
  "<!--",
  "-->",
  "<table><td>",
  "```",
  "**",
  "_",
  "> ",
  "- [x] ",
  "### a\n",
  "|a|\n|-|\n",
  ":tada:",
  "main.go",
  "1.sh",
  "evil.com..example.cn",
  "evil.com中.example.cn",
  "tencent://message",
  "hxxps://x",
  "\u200d",
  "\u{e0041}",
  "\ufe0f",
  "\u0301",
  "\u202e",
  "\u0000",
  "\ud83d",
  "👩‍👩‍👧‍👦",
  "🏴\u{e0067}\u{e0062}\u{e007f}",
  "\n",
  "\r\n",
  "\u2028",
  "undefined",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "紧急",
  "-1",
  "1e308",
  "2026-13-45T99:99:99Z",
  "0001-01-01T00:00:00Z",
  "javascript:alert(1)",
  "data:image/png;base64,AAAA",
  "http://127.0.0.1/x.png",
  "a".repeat(300),
  "長".repeat(200),
] as const;

const values = [null, [], {}, "", 0, -1, 1.5, 1e308, true, false, [[]], [null], { a: { b: {} } }] as const;

const text = (random: Random): string =>
  Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    random() < 0.1 ? nested(random) : pick(nasty, random),
  ).join(pick(["", "", " "], random));

/** In bytes: up to 1 MB of one thing. Such are rare, as they take long. */
const long = (random: Random): string => {
  const unit = text(random);
  const size = 10 ** (3 + random() * 3);
  return unit.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(unit))));
};

const hosts = [
  "https://ci.example.com/",
  "https://docs.example.cn/",
  "http://a.b/?x=",
  "https://u:p@evil.example/#",
] as const;

const removable = [
  "https://",
  "http://",
  "://",
  "hthttp://tp://",
  "\u200d",
  "\u{e0041}",
  "\u202e",
  "&lt;",
  "https://a.example ",
] as const;

/** A mention with something in it that a client, a policy or a repair may take out. */
function nested(random: Random): string {
  const word = pick(nasty.slice(0, 9), random);
  const at = 1 + Math.floor(random() * (word.length - 1));
  return word.slice(0, at) + pick(removable, random) + word.slice(at);
}

/** An address that hides a mention or another address in itself. */
const address = (random: Random): string => pick(hosts, random) + (random() < 0.6 ? nested(random) : text(random));

function replacement(old: unknown, random: Random): unknown {
  const chance = random();
  if (chance < 0.003) return long(random);
  if (typeof old === "string" && old.startsWith("http") && chance < 0.8) return address(random);
  return chance < 0.6 ? text(random) : pick(values, random);
}

/** A body with one of its values, at any depth, replaced, taken out, or said twice under another name. */
function changed(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null) return replacement(value, random);
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return replacement(value, random);
  const at = Math.floor(random() * entries.length);
  const [key, old] = entries[at] as [string, unknown];
  const isDeep = typeof old === "object" && old !== null && random() < 0.85;
  const chance = random();
  if (isDeep || chance < 0.6) entries[at] = [key, isDeep ? changed(old, random) : replacement(old, random)];
  else if (chance < 0.8) entries.splice(at, 1);
  else entries.push([text(random), old]);
  return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

const headers = [
  "content-type",
  "x-github-event",
  "x-github-delivery",
  "idempotency-key",
  "prefer",
  "x-signature-timestamp",
  "authorization",
  "content-encoding",
];
const headerValues = [
  "push",
  "issues",
  json,
  "text/plain",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-16",
  "wait=0",
  "",
  "0".repeat(40),
  "请求",
  "a".repeat(5_000),
  "gzip",
];

function changedBytes(body: string, random: Random): Uint8Array {
  const bytes = Buffer.from(body);
  const at = Math.floor(random() * bytes.length);
  const chance = random();
  if (chance < 0.4) return bytes.subarray(0, at);
  if (chance < 0.7 && bytes.length > 0) bytes[at] = Math.floor(random() * 256);
  return bytes;
}

function mutatedText({ headers, body }: Request, random: Random): string {
  const seed = typeof body === "string" ? body : "";
  if (headers?.["content-type"] !== json) return random() < 0.01 ? long(random) : text(random);
  let value: unknown = JSON.parse(seed);
  for (let times = Math.floor(random() * 5); times > 0; times -= 1) value = changed(value, random);
  return JSON.stringify(value);
}

/** One more request of those that a million are. */
export function mutated(random: Random): Request {
  const kind = pick(["/ci", "/ci", "/am", "/any", "/nas"], random);
  const seed = pick(byPath[kind] ?? seeds, random);
  const written = mutatedText(seed, random);
  const body = random() < 0.04 ? changedBytes(written, random) : written;
  const extra = random() < 0.06 ? { [pick(headers, random)]: pick(headerValues, random) } : {};
  const path =
    random() < 0.02
      ? pick(
          ["/", "/no", "//ci", "/%00", "/__proto__", "/any?key=1", "/message?token=nas.x", "/nas/%ff/message"],
          random,
        )
      : seed.path;
  const method = random() < 0.01 ? pick(["GET", "PUT", "HEAD", "PURGE"], random) : "POST";
  return { path, method, headers: { ...seed.headers, ...extra }, body };
}

/** An ordinary body of about a size (bytes), by which an odd one's cost is judged: words in lines, as senders write them. */
export function ordinary(size: number): Request {
  const line = "Backup of web-01 finished: 3 minutes, 12 files changed, see the log for more. 用时三分钟。\n";
  const lines = line.repeat(Math.max(1, Math.ceil(size / Buffer.byteLength(line))));
  return { path: "/any", headers: { "content-type": json }, body: JSON.stringify({ title: "Backup", text: lines }) };
}

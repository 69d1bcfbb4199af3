import { defineRoutes } from "../../../lib/config/define-routes.ts";
import type { Language } from "../../../lib/model/language.ts";
import { hour, minute } from "../../../lib/base/time.ts";
import { type ConsoleRelay, channel, group, person, samplePush } from "./console-relay.ts";

const policy = { proactive: "always", settle: "0s" } as const;

/** A team's group with its repository and its alerts, a channel for releases, a person with scripts. */
export const livelyRoutes = defineRoutes({
  ci: {
    scene: "group",
    source: "github",
    secret: "GithubSecret",
    to: [group],
    form: "markdown",
    buttons: true,
    policy,
  },
  alerts: { scene: "group", source: "alertmanager", secret: "AlertsSecret", to: [group], policy },
  nas: { scene: "c2c", source: "generic", secret: "MeSecret", to: [person], policy },
  releases: { scene: "channel", source: "generic", secret: "OpsSecret", to: [channel], policy },
});

const told = {
  zh: {
    author: "林小满",
    latency: "接口延迟 p99 2.3 s，阈值 0.8 s",
    disk: "磁盘 /data 已用 97 %，约 2 小时后写满",
    backup: { title: "每日备份完成", text: "42 GB，用时 8 分钟", level: "success" },
    certificate: { title: "证书 10 天后到期", text: "*.example.cn", level: "warning" },
    login: { title: "新的登录", text: "203.0.113.7，上海", level: "info" },
    array: { title: "阵列 md0 缺一块盘", text: "sdc 掉线，正在降级运行", level: "error" },
    update: { title: "有 3 个容器可以更新", text: "redis、grafana、vaultwarden", level: "info" },
    release: { title: "v2.4.0 已发布", text: "登录页提速，修复 6 个问题", level: "success" },
    asked: "今天有什么要看的吗",
  },
  en: {
    author: "Xiaoman Lin",
    latency: "API latency p99 2.3 s, threshold 0.8 s",
    disk: "disk /data at 97 %, full in about 2 hours",
    backup: { title: "Nightly backup done", text: "42 GB in 8 minutes", level: "success" },
    certificate: { title: "Certificate expires in 10 days", text: "*.example.com", level: "warning" },
    login: { title: "New login", text: "203.0.113.7, Shanghai", level: "info" },
    array: { title: "Array md0 misses a disk", text: "sdc is gone, running degraded", level: "error" },
    update: { title: "3 containers can be updated", text: "redis, grafana, vaultwarden", level: "info" },
    release: { title: "v2.4.0 is out", text: "faster login page, 6 fixes", level: "success" },
    asked: "anything I should look at today?",
  },
} as const satisfies Record<Language, object>;

const alert = (name: string, severity: string, summary: string, at: number): object => ({
  version: "4",
  groupKey: `{}:{alertname="${name}"}`,
  truncatedAlerts: 0,
  status: "firing",
  receiver: "qq",
  groupLabels: { alertname: name },
  commonLabels: { alertname: name, severity, instance: "nas-1" },
  commonAnnotations: { summary },
  externalURL: "http://alertmanager.example",
  alerts: [
    {
      status: "firing",
      labels: { alertname: name, severity, instance: "nas-1" },
      annotations: { summary },
      startsAt: new Date(at).toISOString(),
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus.example/graph",
      fingerprint: name,
    },
  ],
});

/** An ordinary day at a relay: pushes used up by noon, a digest in the evening, some that wait, one that QQ refused. */
export async function liveAday(relay: ConsoleRelay, language: Language): Promise<void> {
  const words = told[language];
  const { push, forward, simulate, now } = relay;
  const pushed = (branch: string, number: string) =>
    push("ci", samplePush.replaceAll("main", branch).replaceAll("e58a1d7", number), { "x-github-event": "push" });
  await push("nas", words.backup);
  await pushed("main", "e58a1d7");
  forward(80 * minute);
  await push("nas", words.update);
  await pushed("feat/avatars", "77ab0c1");
  await push("releases", words.release);
  forward(hour);
  await push("nas", words.login);
  await push("alerts", alert("HighLatency", "warning", words.latency, now()));
  await pushed("fix/login", "90d2e4f");
  forward(2 * hour);
  await push("nas", words.certificate);
  await pushed("main", "5c1d9e2");
  await pushed("feat/search", "be10a77");
  forward(50 * minute);
  await simulate("faults", { times: 1, status: 400, code: 40_034_006, match: channel });
  await push("releases", { ...words.release, title: words.release.title.replace("2.4.0", "2.4.1") });
  await pushed("fix/cache", "c0ffee1");
  await push("alerts", alert("QueueDepth", "warning", words.latency.replace("2.3", "1.9"), now()));
  forward(35 * minute);
  await simulate("say", { scene: "group", target: group, text: words.asked, name: words.author, mention: true });
  await relay.relay.idle();
  forward(50_000);
  await push("alerts", alert("DiskFull", "critical", words.disk, now()));
  await relay.call("mute", { target: `group:${group}`, route: "ci", time: "1h" });
  forward(20_000);
  await push("nas", words.array);
  await pushed("fix/cache", "d00d5e7");
  forward(8_000);
  await pushed("main", "1f2e3d4");
  forward(17_000);
}

import type { Language } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import type { SendContent } from "../../lib/render/page/send-content.ts";
import { notices } from "./notices.ts";

/** 22:00 in Shanghai; what happens later is told by minutes after it. */
const night = Date.parse("2026-11-20T14:00:00Z");

const told = (minutes: number, other: Pick<Notice, "title"> & Partial<Notice>): Notice => ({
  source: "github",
  event: "test",
  level: "info",
  lines: [],
  at: new Date(night + minutes * 60_000).toISOString(),
  ...other,
});

const page = "https://github.com/octo";

/** The words of each notice in both languages, as the sources write them. */
const makers = (language: Language) => {
  const zh = language === "zh";
  const pick = (chinese: string, english: string): string => (zh ? chinese : english);
  const counted = (where: string, chinese: string, english: string, who?: string) => ({
    tally: { where, what: pick(chinese, english), ...(who !== undefined && { who }) },
  });
  return {
    push: (minutes: number, who: string, commits: number, repo = "octo/app", branch = "main") =>
      told(minutes, {
        title: pick(
          `${who} 向 ${repo}:${branch} 推送了 ${commits} 个提交`,
          `${who} pushed ${commits} commits to ${repo}:${branch}`,
        ),
        lines: [`3f2a1b${commits} fix(login): keep the session after a refresh`],
        link: `${page}/app/compare/1a2b3c4d5e6f...3f2a1bc0d9e${commits}`,
        ...counted(repo, "次推送", "pushes", who),
      }),
    forced: (minutes: number, who: string) =>
      told(minutes, {
        level: "warning",
        title: pick(`${who} 向 octo/app:main 强制推送了 2 个提交`, `${who} force-pushed 2 commits to octo/app:main`),
        ...counted("octo/app", "次推送", "pushes", who),
      }),
    pull: (minutes: number, who: string, number: number, title: string, repo = "octo/app") =>
      told(minutes, {
        title: pick(
          `${who} 在 ${repo} 提了 PR #${number}：${title}`,
          `${who} opened PR #${number} in ${repo}: ${title}`,
        ),
        lines: ["main ← fix · +120 −8 · 5 个文件"],
        link: `${page}/app/pull/${number}`,
        ...counted(repo, "个新 PR", "new PRs", who),
      }),
    merged: (minutes: number, who: string, number: number, title: string) =>
      told(minutes, {
        level: "success",
        title: pick(
          `${who} 合并了 octo/app 的 PR #${number}：${title}`,
          `${who} merged PR #${number} in octo/app: ${title}`,
        ),
        link: `${page}/app/pull/${number}`,
        ...counted("octo/app", "个 PR 已合并", "merged PRs", who),
      }),
    comment: (minutes: number, who: string, number: number) =>
      told(minutes, {
        title: pick(
          `${who} 评论了 octo/app 的 PR #${number}：支持深色模式`,
          `${who} commented on PR #${number} in octo/app: dark mode`,
        ),
        link: `${page}/app/pull/${number}#comment`,
        ...counted("octo/app", "条评论", "comments", who),
      }),
    star: (minutes: number, who: string) =>
      told(minutes, {
        title: pick(`${who} 给 octo/app 点了 star`, `${who} starred octo/app`),
        link: `${page}/app`,
        ...counted("octo/app", "个新 star", "new stars"),
      }),
    failed: (minutes: number, branch: string, repo = "octo/app") =>
      told(minutes, {
        level: "error",
        title: pick(`${repo}:${branch} 的 CI 失败了`, `CI failed on ${repo}:${branch}`),
        lines: ["3484a3f build(test): check the payload (Mona Lisa)"],
        link: `${page}/app/actions/runs/28978245${minutes % 10}`,
        ...counted(repo, "次运行结束", "finished runs"),
      }),
    passed: (minutes: number, branch: string) =>
      told(minutes, {
        level: "success",
        title: pick(`octo/app:${branch} 的 CI 通过了`, `CI passed on octo/app:${branch}`),
        link: `${page}/app/actions/runs/289782452`,
        ...counted("octo/app", "次运行通过", "passed runs"),
      }),
    alert: (minutes: number, name: string, place: string, other: Partial<Notice> = {}) =>
      told(minutes, {
        source: "alertmanager",
        level: "critical",
        title: pick(`${name}（${place}）触发告警`, `${name} (${place}): firing`),
        lines: [
          pick(
            `[严重] ${place}-1：磁盘剩余 4%（03:24 起）`,
            `[critical] ${place}-1: 4% of the disk left (since 03:24)`,
          ),
          pick(
            `[严重] ${place}-2：磁盘剩余 6%（03:26 起）`,
            `[critical] ${place}-2: 6% of the disk left (since 03:26)`,
          ),
        ],
        link: "https://alertmanager.example.cn/#/alerts",
        ...counted(name, "次告警", "alerts"),
        ...other,
      }),
    resolved: (minutes: number, name: string, place: string, other: Partial<Notice> = {}) =>
      told(minutes, {
        source: "alertmanager",
        level: "success",
        title: pick(`${name}（${place}）已恢复`, `${name} (${place}): resolved`),
        link: "https://alertmanager.example.cn/#/alerts",
        resolved: true,
        ...counted(name, "次告警已恢复", "alerts resolved"),
        ...other,
      }),
    script: (minutes: number, chinese: string, english: string, other: Partial<Notice> = {}) =>
      told(minutes, { source: "generic", title: pick(chinese, english), ...other }),
    answer: told(720, {
      source: "relay",
      title: pick("本月还能主动发 1/4 条", "1 of 4 proactive messages left this month"),
      lines: [
        pick("存着 6 条，这就发来", "6 waiting, sent now"),
        pick("5 分钟内还能回复 4 条", "4 replies left for 5 min"),
      ],
    }),
    note: pick(
      "⚠️ 本月的主动消息用完了，之后的通知先存着，@我 说句话就能取。",
      "⚠️ This was the last message I may push this month. What comes next is kept: @ me to get it.",
    ),
  };
};

const times = <Made>(count: number, make: (index: number) => Made): readonly Made[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** What a person finds on the phone after a night, by case. */
export function digests(language: Language): Readonly<Record<string, SendContent>> {
  const { push, forced, pull, merged, comment, star, failed, passed, alert, resolved, script, answer, note } =
    makers(language);
  const people = ["alice", "bob", "carol"] as const;
  const pushes = times(7, (index) => push(index * 40, people[index % 3] ?? "", index + 2));
  const mixed = [
    alert(324, "DiskWillFill", "prod", { times: 5 }),
    alert(330, "HostDown", "web"),
    failed(61, "main"),
    failed(400, "release/2.x"),
    failed(410, "main", "octo/docs"),
    alert(100, "CertExpires", "gateway", { level: "warning" }),
    forced(120, "bob"),
    resolved(340, "HostDown", "db", { times: 6 }),
    merged(200, "carol", 118, "fix: 时区换算"),
    passed(70, "main"),
    passed(210, "main"),
    passed(420, "fix/登录"),
    ...pushes,
    pull(15, "dependabot[bot]", 121, "bump undici from 8.12.3 to 8.12.4"),
    comment(20, "alice", 119),
    comment(22, "bob", 119),
    comment(290, "alice", 119),
    ...times(4, (index) => star(index * 100, `fan${index}`)),
    script(360, "每日备份完成（12.4 GB）", "Daily backup done (12.4 GB)"),
    script(365, "订阅了新功能的用户：42", "Users on the new plan: 42"),
    pull(415, "dave", 122, "feat: 支持深色模式"),
  ];
  return {
    "thirty-mixed": { notices: mixed },
    "alert-storm": {
      notices: [
        ...times(24, (index) => alert(index / 6, ["HostDown", "DiskWillFill"][index % 2] ?? "", `web-${index + 1}`)),
        ...times(16, (index) => alert(index / 4, "HighLatency", `api-${index + 1}`, { level: "warning" })),
      ],
    },
    "seven-pushes": { notices: pushes },
    "one-critical": {
      notices: [alert(324, "DiskWillFill", "prod"), ...pushes.slice(0, 5), ...mixed.slice(19, 23), star(9, "eve")],
    },
    "two-in-full": { notices: [failed(5, "main"), push(1, "alice", 3)] },
    "answer-and-digest": { answer, notices: mixed.slice(0, 6) },
    "answer-and-one": { answer, notices: [alert(324, "DiskWillFill", "prod", { times: 5 })] },
    "answer-alone": { answer, notices: [] },
    "one-with-note": { notices: [resolved(340, "HostDown", "db", { times: 6 })], note },
    "digest-with-note": { notices: [failed(400, "main"), ...pushes], note },
    "two-hundred": {
      notices: [
        ...times(6, (index) => alert(index, "HostDown", `web-${index + 1}`)),
        ...times(10, (index) => failed(index * 5, `feature/${index + 1}`)),
        ...times(134, (index) =>
          pull(index * 4, people[index % 3] ?? "", index + 200, "chore: 更新依赖", `octo/lib-${index % 67}`),
        ),
        ...times(50, (index) => push(index * 8, people[index % 3] ?? "", 2)),
      ],
    },
    "same-words": {
      notices: [
        ...times(5, (index) => script(index * 60, "心跳正常", "Heartbeat is fine", { level: "success" })),
        script(30, "证书还有 9 天到期", "The certificate expires in 9 days", { level: "warning" }),
      ],
    },
    hostile: {
      notices: [
        notices.hostile,
        { ...notices.hostile, level: "critical", title: `@everyone <@!1> **${"长".repeat(300)}**` },
        { ...notices.hostile, level: "error", link: `https://evil.example/${"a".repeat(900)}` },
        ...times(4, (index) => ({
          ...notices.hostile,
          level: "info" as const,
          tally: { where: "[x](https://evil.example) <@1>", what: "`rm` @all", who: ["<@2>", "_b_"][index % 2] ?? "" },
        })),
      ],
      note: "<@!1> @everyone",
    },
  };
}

import type { Notice } from "../../lib/model/notice.ts";

const at = "2026-11-20T08:30:00Z";

const push: Notice = {
  source: "github",
  event: "push",
  level: "info",
  title: "alice 推送了 3 个提交到 acme/web:main",
  lines: [
    "3f2a1bc fix(login): keep the session after a refresh (alice)",
    "9d04e77 修复 main.go 在 Windows 下的路径问题 (Bob)",
    "c51f0aa docs: see https://example.com/guide_v2(draft) for details (alice)",
  ],
  link: "https://github.com/acme/web/compare/1a2b3c4d5e6f...3f2a1bc0d9e8",
  at,
};

const alert: Notice = {
  source: "alertmanager",
  event: "firing",
  level: "critical",
  title: "DiskWillFill：3 个实例告警",
  lines: [
    "db-1:9100 /var 剩余 4%，预计 2 小时后写满",
    "db-2:9100 /var 剩余 6%，预计 3 小时后写满",
    "web-7:9100 / 剩余 2%，预计 40 分钟后写满",
    "severity=critical team=infra",
  ],
  link: 'https://alertmanager.example.cn/#/alerts?filter={alertname="DiskWillFill"}',
  at,
};

const release: Notice = {
  source: "github",
  event: "release.published",
  level: "success",
  title: "acme/web 发布了 v2.4.0：更快的搜索 & 新的通知中心",
  lines: [
    "## What's Changed",
    ...Array.from(
      { length: 40 },
      (_, index) =>
        `* feat(search): 第 ${index + 1} 项改进，减少等待时间 by @dev${index} in https://github.com/acme/web/pull/${900 + index}`,
    ),
    "1. Run `npm i` again",
    "**Full Changelog**: https://github.com/acme/web/compare/v2.3.0...v2.4.0",
  ],
  link: "https://github.com/acme/web/releases/tag/v2.4.0",
  at,
};

const hostile: Notice = {
  source: "generic",
  event: "notice",
  level: "warning",
  title: "<@!1234> @everyone \u202etxt.exe\u202c [click](https://evil.example/) **now**\n# heading",
  lines: [
    '<qqbot-at-everyone /> <qqbot-cmd-input text="rm" /> <emoji:4> <#5678>',
    "&lt;@1234&gt; &amp;lt;qqbot-at-everyone /&amp;gt; @ALL @全体成员",
    "> quoted",
    "- - - nested",
    "1. ordered",
    "``` code ``` ~~gone~~ ![x](https://evil.example/a.png) </b>",
    "Z̸̡̢̧̨͓͉͎͓̓̓̔̕ͅa̴̢̡̛̛͇͚̗l̷̨̛g̶̈́o half a pair: \ud83d end \u0000\u001b[31mred\u001b[0m",
    "[CQ:at,qq=all]",
    "   ",
  ],
  link: "https://user:secret@evil.example/a(b)`c`?q=<script>&all=@everyone",
  at,
};

const picture: Notice = {
  source: "generic",
  event: "notice",
  level: "error",
  title: "build #512 failed on release/2.x",
  lines: ["unit tests: 3 of 1204 failed", "p95 < 2 s && retries > 3"],
  link: "https://ci.example.com/builds/512",
  image: "https://ci.example.com/builds/512/chart.png",
  at,
};

/** Made by hand to show what a phone will show; `hostile` holds every trick that foreign text is known to play. */
export const notices = { push, alert, release, hostile, picture } as const satisfies Record<string, Notice>;

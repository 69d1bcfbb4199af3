import type { Language } from "../../model/language.ts";
import type { Notice } from "../../model/notice.ts";

/** Things that a digest counts, worded to follow any number from 3 on. */
const things = {
  push: { zh: "次推送", en: "pushes" },
  "new-branch": { zh: "个新分支", en: "new branches" },
  "new-tag": { zh: "个新标签", en: "new tags" },
  "deleted-branch": { zh: "个分支被删除", en: "deleted branches" },
  "deleted-tag": { zh: "个标签被删除", en: "deleted tags" },
  release: { zh: "次发布", en: "releases" },
  "new-issue": { zh: "个新 issue", en: "new issues" },
  "closed-issue": { zh: "个 issue 已关闭", en: "closed issues" },
  issue: { zh: "次 issue 变动", en: "issue updates" },
  "new-pull": { zh: "个新 PR", en: "new PRs" },
  "merged-pull": { zh: "个 PR 已合并", en: "merged PRs" },
  pull: { zh: "次 PR 变动", en: "PR updates" },
  "new-merge-request": { zh: "个新 MR", en: "new MRs" },
  "merged-merge-request": { zh: "个 MR 已合并", en: "merged MRs" },
  "merge-request": { zh: "次 MR 变动", en: "MR updates" },
  review: { zh: "次评审", en: "reviews" },
  conversation: { zh: "处评审讨论变动", en: "review thread updates" },
  comment: { zh: "条评论", en: "comments" },
  "new-discussion": { zh: "个新讨论", en: "new discussions" },
  discussion: { zh: "次讨论变动", en: "discussion updates" },
  "passed-run": { zh: "次运行通过", en: "passed runs" },
  run: { zh: "次运行结束", en: "finished runs" },
  "passed-check": { zh: "项检查通过", en: "passed checks" },
  check: { zh: "项检查结束", en: "finished checks" },
  deployment: { zh: "次部署成功", en: "successful deployments" },
  star: { zh: "个新 star", en: "new stars" },
  fork: { zh: "个新 fork", en: "new forks" },
  wiki: { zh: "次 wiki 更新", en: "wiki updates" },
  member: { zh: "次协作者变动", en: "collaborator changes" },
  "group-member": { zh: "次成员变动", en: "member changes" },
  "feature-flag": { zh: "次功能开关变动", en: "feature flag changes" },
  vulnerability: { zh: "个漏洞", en: "vulnerabilities" },
  "closed-vulnerability": { zh: "个漏洞已处理", en: "vulnerabilities closed" },
  "changed-vulnerability": { zh: "次漏洞变动", en: "vulnerability updates" },
  dependabot: { zh: "个依赖漏洞", en: "vulnerable dependencies" },
  "closed-dependabot": { zh: "个依赖漏洞已处理", en: "vulnerable dependencies closed" },
  "changed-dependabot": { zh: "次依赖漏洞变动", en: "dependency alert updates" },
  "code-scanning": { zh: "个代码扫描问题", en: "code scanning alerts" },
  "closed-code-scanning": { zh: "个代码扫描问题已处理", en: "code scanning alerts closed" },
  "changed-code-scanning": { zh: "次代码扫描问题变动", en: "code scanning updates" },
  "secret-scanning": { zh: "处密钥泄露", en: "leaked secrets" },
  "closed-secret-scanning": { zh: "处密钥泄露已处理", en: "leaked secrets closed" },
  "changed-secret-scanning": { zh: "次密钥泄露变动", en: "secret alert updates" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type Thing = keyof typeof things;

type Account = { readonly login?: string | null | undefined } | null | undefined;

/** What a notice counts as in a digest; without a `doer` where everyone does a thing once, or no one does it. */
export function tallyOf(thing: Thing, where: string, language: Language, doer?: Account): NonNullable<Notice["tally"]> {
  const what = things[thing][language];
  return doer?.login ? { where, what, who: doer.login } : { where, what };
}

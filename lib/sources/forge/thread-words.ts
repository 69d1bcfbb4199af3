import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";

/** What somebody did to an issue, a pull request or a discussion. */
export type Deed = {
  readonly who: string;
  readonly repo: string;
  /** `PR #12` */
  readonly noun: string;
  readonly action: string;
  /** The label, person or milestone concerned. */
  readonly thing?: string | null | undefined;
};

type Words = {
  readonly plain: Readonly<Record<string, (who: string, it: string, deed: Deed) => string>>;
  /** Where there is a thing to name. */
  readonly about: Readonly<Record<string, (who: string, it: string, thing: string) => string>>;
  readonly other: (who: string, it: string, action: string) => string;
};

const zh: Words = {
  plain: {
    opened: (who, _, { repo, noun }) => `${who} 在 ${repo} 提了${gap(noun)}`,
    started: (who, _, { repo, noun }) => `${who} 在 ${repo} 发起了${gap(noun)}`,
    merged: (who, it) => `${who} 合并了 ${it}`,
    dropped: (who, it) => `${who} 关闭了 ${it}（未合并）`,
    unplanned: (who, it) => `${who} 关闭了 ${it}（不打算处理）`,
    closed: (who, it) => `${who} 关闭了 ${it}`,
    reopened: (who, it) => `${who} 重新打开了 ${it}`,
    edited: (who, it) => `${who} 修改了 ${it}`,
    deleted: (who, it) => `${who} 删除了 ${it}`,
    locked: (who, it) => `${who} 锁定了 ${it}`,
    unlocked: (who, it) => `${who} 解除了 ${it} 的锁定`,
    pinned: (who, it) => `${who} 置顶了 ${it}`,
    unpinned: (who, it) => `${who} 取消了 ${it} 的置顶`,
    transferred: (who, it) => `${who} 转移了 ${it}`,
    synchronize: (who, it) => `${who} 向 ${it} 推送了新提交`,
    ready_for_review: (who, it) => `${who} 把 ${it} 标为可以评审`,
    converted_to_draft: (who, it) => `${who} 把 ${it} 转回草稿`,
    auto_merge_enabled: (who, it) => `${who} 给 ${it} 开启了自动合并`,
    auto_merge_disabled: (who, it) => `${who} 关闭了 ${it} 的自动合并`,
    enqueued: (who, it) => `${who} 把 ${it} 放进合并队列`,
    dequeued: (who, it) => `${it} 离开了合并队列（${who}）`,
    taken_out: (who, it) => `${who} 把 ${it} 移出了合并队列`,
    updated: (who, it) => `${who} 更新了 ${it}`,
    unassigned: (who, it) => `${who} 取消了 ${it} 的指派`,
    demilestoned: (who, it) => `${who} 把 ${it} 移出了里程碑`,
    label_updated: (who, it) => `${who} 修改了 ${it} 的标签`,
    label_cleared: (who, it) => `${who} 清空了 ${it} 的标签`,
    test_requested: (who, it) => `${who} 请人测试 ${it}`,
    tested: (who, it) => `${who} 测试通过了 ${it}`,
    answered: (who, it) => `${who} 给 ${it} 选定了答案`,
    unanswered: (who, it) => `${who} 取消了 ${it} 的答案`,
    category_changed: (who, it) => `${who} 调整了 ${it} 的分类`,
  },
  about: {
    labeled: (who, it, thing) => `${who} 给 ${it} 加上标签“${thing}”`,
    unlabeled: (who, it, thing) => `${who} 去掉了 ${it} 的标签“${thing}”`,
    assigned: (who, it, thing) => (who === thing ? `${who} 认领了 ${it}` : `${who} 把 ${it} 指派给 ${thing}`),
    unassigned: (who, it, thing) => (who === thing ? `${who} 不再负责 ${it}` : `${who} 不再把 ${it} 指派给 ${thing}`),
    review_requested: (who, it, thing) => (who === thing ? `${who} 来评审 ${it}` : `${who} 请 ${thing} 评审 ${it}`),
    review_request_removed: (who, it, thing) =>
      who === thing ? `${who} 不再评审 ${it}` : `${who} 不再请 ${thing} 评审 ${it}`,
    label_updated: (who, it, thing) => `${who} 把 ${it} 的标签改为“${thing}”`,
    state_changed: (who, it, thing) => `${who} 把 ${it} 改为“${thing}”`,
    test_requested: (who, it, thing) => (who === thing ? `${who} 来测试 ${it}` : `${who} 请 ${thing} 测试 ${it}`),
    typed: (who, it, thing) => `${who} 把 ${it} 的类型设为“${thing}”`,
    untyped: (who, it, thing) => `${who} 去掉了 ${it} 的类型“${thing}”`,
    milestoned: (who, it, thing) => `${who} 把 ${it} 列入里程碑“${thing}”`,
    demilestoned: (who, it, thing) => `${who} 把 ${it} 移出里程碑“${thing}”`,
    transferred: (who, it, thing) => `${who} 把 ${it} 转移到 ${thing}`,
    category_changed: (who, it, thing) => `${who} 把 ${it} 归入“${thing}”`,
  },
  other: (who, it, action) => `${who} 更新了 ${it}（${action}）`,
};

const en: Words = {
  plain: {
    opened: (who, it) => `${who} opened ${it}`,
    started: (who, it) => `${who} started ${it}`,
    merged: (who, it) => `${who} merged ${it}`,
    dropped: (who, it) => `${who} closed ${it} without merging`,
    unplanned: (who, it) => `${who} closed ${it} as not planned`,
    closed: (who, it) => `${who} closed ${it}`,
    reopened: (who, it) => `${who} reopened ${it}`,
    edited: (who, it) => `${who} edited ${it}`,
    deleted: (who, it) => `${who} deleted ${it}`,
    locked: (who, it) => `${who} locked ${it}`,
    unlocked: (who, it) => `${who} unlocked ${it}`,
    pinned: (who, it) => `${who} pinned ${it}`,
    unpinned: (who, it) => `${who} unpinned ${it}`,
    transferred: (who, it) => `${who} transferred ${it}`,
    synchronize: (who, it) => `${who} pushed new commits to ${it}`,
    ready_for_review: (who, it) => `${who} marked ${it} as ready for review`,
    converted_to_draft: (who, it) => `${who} turned ${it} back into a draft`,
    auto_merge_enabled: (who, it) => `${who} turned on auto-merge for ${it}`,
    auto_merge_disabled: (who, it) => `${who} turned off auto-merge for ${it}`,
    enqueued: (who, it) => `${who} put ${it} into the merge queue`,
    dequeued: (who, it) => `${it} left the merge queue (${who})`,
    taken_out: (who, it) => `${who} took ${it} out of the merge queue`,
    updated: (who, it) => `${who} updated ${it}`,
    unassigned: (who, it) => `${who} unassigned ${it}`,
    demilestoned: (who, it) => `${who} removed ${it} from its milestone`,
    label_updated: (who, it) => `${who} changed the labels of ${it}`,
    label_cleared: (who, it) => `${who} removed all labels from ${it}`,
    test_requested: (who, it) => `${who} asked for a test of ${it}`,
    tested: (who, it) => `${who} tested ${it}, which passed`,
    answered: (who, it) => `${who} chose an answer to ${it}`,
    unanswered: (who, it) => `${who} took back the answer to ${it}`,
    category_changed: (who, it) => `${who} changed the category of ${it}`,
  },
  about: {
    labeled: (who, it, thing) => `${who} labeled ${it} “${thing}”`,
    unlabeled: (who, it, thing) => `${who} removed the label “${thing}” from ${it}`,
    assigned: (who, it, thing) => (who === thing ? `${who} took on ${it}` : `${who} assigned ${it} to ${thing}`),
    unassigned: (who, it, thing) =>
      who === thing ? `${who} unassigned themselves from ${it}` : `${who} unassigned ${thing} from ${it}`,
    review_requested: (who, it, thing) =>
      who === thing ? `${who} takes on the review of ${it}` : `${who} asked ${thing} to review ${it}`,
    review_request_removed: (who, it, thing) =>
      who === thing ? `${who} no longer reviews ${it}` : `${who} no longer asks ${thing} to review ${it}`,
    label_updated: (who, it, thing) => `${who} set the labels of ${it} to “${thing}”`,
    state_changed: (who, it, thing) => `${who} set ${it} to “${thing}”`,
    test_requested: (who, it, thing) =>
      who === thing ? `${who} takes on the test of ${it}` : `${who} asked ${thing} to test ${it}`,
    typed: (who, it, thing) => `${who} set the type of ${it} to ${thing}`,
    untyped: (who, it, thing) => `${who} removed the type ${thing} from ${it}`,
    milestoned: (who, it, thing) => `${who} added ${it} to milestone “${thing}”`,
    demilestoned: (who, it, thing) => `${who} removed ${it} from milestone “${thing}”`,
    transferred: (who, it, thing) => `${who} moved ${it} to ${thing}`,
    category_changed: (who, it, thing) => `${who} moved ${it} to “${thing}”`,
  },
  other: (who, it, action) => `${who} updated ${it} (${action})`,
};

const words = { zh, en } as const satisfies Record<Language, Words>;

/** `alice closed PR #12 in octo/app`; an action that nobody told us about is named as it is. */
export function tellDeed(deed: Deed, language: Language): string {
  const { plain, about, other } = words[language];
  const it = itIn(deed, language);
  const withThing = deed.thing ? lookUp(about, deed.action) : undefined;
  if (deed.thing && withThing) return withThing(deed.who, it, deed.thing);
  const action = deed.action.replaceAll("_", " ").trim() === "" ? "updated" : deed.action;
  return lookUp(plain, action)?.(deed.who, it, deed) ?? other(deed.who, it, action.replaceAll("_", " "));
}

/** `PR #12 in octo/app`, `octo/app 的 PR #12` */
export const itIn = ({ repo, noun }: Pick<Deed, "repo" | "noun">, language: Language): string =>
  language === "zh" ? `${repo} 的${gap(noun)}` : `${noun} in ${repo}`;

/** Chinese sets Latin words off by a space, and its own not. */
const gap = (noun: string): string => (/^[a-z]/i.test(noun) ? ` ${noun}` : noun);

/** Puts the thread's own title behind what is said of it. */
export const withTitle = (said: string, title: string, language: Language): string =>
  `${said}${language === "zh" ? "：" : ": "}${title}`;

import type { Language } from "../../model/language.ts";

type Words = {
  readonly branch: string;
  readonly tag: string;
  readonly create: (who: string, repo: string, ref: string) => string;
  readonly delete: (who: string, repo: string, ref: string) => string;
};

const words = {
  zh: {
    branch: "分支",
    tag: "标签",
    create: (who, repo, ref) => `${who} 在 ${repo} 新建了${ref}`,
    delete: (who, repo, ref) => `${who} 删除了 ${repo} 的${ref}`,
  },
  en: {
    branch: "branch",
    tag: "tag",
    create: (who, repo, ref) => `${who} created ${ref} in ${repo}`,
    delete: (who, repo, ref) => `${who} deleted ${ref} in ${repo}`,
  },
} as const satisfies Record<Language, Words>;

/** `alice created branch fix in octo/app` */
export function tellRef(
  told: {
    readonly verb: "create" | "delete";
    readonly kind: "branch" | "tag";
    readonly ref: string;
    readonly repo: string;
    readonly who: string;
  },
  language: Language,
): string {
  const say = words[language];
  return say[told.verb](told.who, told.repo, `${say[told.kind]} ${told.ref}`);
}

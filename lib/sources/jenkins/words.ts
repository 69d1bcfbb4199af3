import type { Language } from "../../model/language.ts";

/** What a build came to, by Jenkins' names in lower case, or how far it is. */
export type Stage = "queued" | "started" | "success" | "unstable" | "failure" | "aborted" | "not_built";

type Words = {
  readonly stages: Readonly<Record<Stage, (build: string) => string>>;
  readonly other: (build: string, stage: string) => string;
  readonly tests: (failed: number, total: number, names: string) => string;
  readonly took: (length: string) => string;
  readonly join: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<"success" | "failure" | "other", string>>;
};

/** What the relay says of builds, in its own words. */
export const words = {
  zh: {
    stages: {
      queued: (build) => `${build} 正在排队`,
      started: (build) => `${build} 开始构建`,
      success: (build) => `${build} 构建成功`,
      unstable: (build) => `${build} 构建不稳定`,
      failure: (build) => `${build} 构建失败`,
      aborted: (build) => `${build} 构建已中止`,
      not_built: (build) => `${build} 没有构建`,
    },
    other: (build, stage) => `${build}：${stage}`,
    tests: (failed, total, names) => `测试：${total} 个中 ${failed} 个失败${names && `：${names}`}`,
    took: (length) => `用时 ${length}`,
    join: "、",
    tally: { success: "次构建成功", failure: "次构建失败", other: "次构建" },
  },
  en: {
    stages: {
      queued: (build) => `${build} is waiting`,
      started: (build) => `${build} started`,
      success: (build) => `${build} succeeded`,
      unstable: (build) => `${build} is unstable`,
      failure: (build) => `${build} failed`,
      aborted: (build) => `${build} was aborted`,
      not_built: (build) => `${build} was not built`,
    },
    other: (build, stage) => `${build}: ${stage}`,
    tests: (failed, total, names) => `Tests: ${failed} of ${total} failed${names && `: ${names}`}`,
    took: (length) => `Took ${length}`,
    join: ", ",
    tally: { success: "successful builds", failure: "failed builds", other: "builds" },
  },
} as const satisfies Record<Language, Words>;

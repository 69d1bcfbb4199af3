import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";

const PageBuild = z.lazy(() =>
  InRepository.extend({
    build: z.object({
      status: text,
      error: z.object({ message: text }).nullish(),
      updated_at: text,
    }),
  }),
);

const words = {
  zh: (repo) => `${repo} 的 Pages 构建失败了`,
  en: (repo) => `Pages build failed in ${repo}`,
} as const satisfies Record<Language, (repo: string) => string>;

/** A page that was built says nothing new; one that could not be built stays as it was. */
export const pageBuild = defineEvent({
  schema: PageBuild,
  map({ build, repository }, { language }) {
    if (build.status !== "errored") return undefined;
    return {
      level: "error",
      title: words[language](repository.full_name),
      lines: [build.error?.message],
      link: repository.html_url,
      key: `${repository.full_name}/pages`,
      at: build.updated_at,
    };
  },
});

import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { flag, text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { actorOf, doerOf } from "./actor.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { pageOf } from "./page.ts";

const FeatureFlag = z.lazy(() =>
  InProject.extend({ object_attributes: z.object({ name: z.string(), description: text, active: flag }) }),
);

type Say = (who: string, repo: string, name: string) => string;

const words = {
  zh: {
    on: (who, repo, name) => `${who} 打开了 ${repo} 的功能开关 ${name}`,
    off: (who, repo, name) => `${who} 关闭了 ${repo} 的功能开关 ${name}`,
  },
  en: {
    on: (who, repo, name) => `${who} turned on feature flag ${name} of ${repo}`,
    off: (who, repo, name) => `${who} turned off feature flag ${name} of ${repo}`,
  },
} as const satisfies Record<Language, Readonly<Record<"on" | "off", Say>>>;

/** A feature flag was turned on or off; that it is on says all that it was off said. */
export const featureFlag = defineEvent({
  schema: FeatureFlag,
  map(body, { language }) {
    const { object_attributes: told, project } = body;
    const repo = project.path_with_namespace;
    return {
      level: "info",
      title: words[language][told.active === true ? "on" : "off"](actorOf(body, language), repo, told.name),
      lines: [told.description],
      link: pageOf(project.web_url, "-/feature_flags"),
      key: `${repo}/feature-flag/${told.name}`,
      replaces: true,
      tally: tallyOf("feature-flag", repo, language, doerOf(body)),
    };
  },
});

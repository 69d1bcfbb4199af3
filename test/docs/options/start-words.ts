import { text, type WordsOf } from "./words.ts";

const file = text("文件", "file");

/** What stands behind `npm start --`, and behind `npm run gateway --`. */
export const startWords = {
  start: {
    "--routes": {
      type: file,
      fallback: text("`RELAY_ROUTES`，否则 `infra/routes.ts`", "`RELAY_ROUTES`, else `infra/routes.ts`"),
      zh: "路由文件",
      en: "the routes file",
    },
    "--settings": {
      type: file,
      fallback: text("`RELAY_SETTINGS`，否则 `infra/settings.ts`", "`RELAY_SETTINGS`, else `infra/settings.ts`"),
      zh: "设置文件",
      en: "the settings file",
    },
    "--no-sample": { zh: "首次启动不发示例推送", en: "no sample push at the first run" },
    "--help": { zh: "有哪些选项和变量", en: "what options and variables there are" },
  },
  gateway: { "--help": { zh: "有哪些变量、退出码", en: "its variables and exit codes" } },
} as const satisfies Readonly<Record<string, WordsOf>>;

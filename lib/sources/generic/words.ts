import type { Language } from "../../model/language.ts";

type Words = {
  readonly untitled: string;
  readonly left: (characters: number) => string;
  /** Why a picture is not there. */
  readonly missing: Readonly<Record<"too-large" | "unread", string>>;
};

/** The few words that the relay adds to a sender's own. */
export const words = {
  zh: {
    untitled: "收到一条消息",
    left: (characters) => `（内容太长，还有约 ${characters} 字未显示）`,
    missing: { "too-large": "（图片超过 100 kB，未附上）", unread: "（图片既不是网址，也不是图片数据，未附上）" },
  },
  en: {
    untitled: "New message",
    left: (characters) => `(too long: about ${characters} more characters not shown)`,
    missing: {
      "too-large": "(image over 100 kB left out)",
      unread: "(image left out: it is neither a URL nor a picture)",
    },
  },
} as const satisfies Record<Language, Words>;

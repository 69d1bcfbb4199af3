import type { Language } from "../../model/language.ts";

type Words = {
  readonly untitled: string;
  readonly left: (characters: number) => string;
  readonly imageLeft: string;
};

/** The few words that the relay adds to a sender's own. */
export const words = {
  zh: {
    untitled: "收到一条消息",
    left: (characters) => `（内容太长，还有约 ${characters} 字未显示）`,
    imageLeft: "（图片超过 100 kB，未附上）",
  },
  en: {
    untitled: "New message",
    left: (characters) => `(too long: about ${characters} more characters not shown)`,
    imageLeft: "(image over 100 kB left out)",
  },
} as const satisfies Record<Language, Words>;

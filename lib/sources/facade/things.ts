import type { Language } from "../../model/language.ts";

/** What a message may be that its chat keeps, and the relay cannot fetch. */
export type Thing = { readonly kind: keyof (typeof words)["zh"]; readonly name?: string };

const words = {
  zh: { file: "文件", voice: "语音", picture: "图片", video: "视频", group: "群名片", card: "卡片" },
  en: { file: "File", voice: "Voice message", picture: "Picture", video: "Video", group: "Group card", card: "Card" },
} as const satisfies Record<Language, object>;

/** A thing in words: what it is, and its name where that is known. */
export function tellThing({ kind, name }: Thing, language: Language): string {
  const what = words[language][kind];
  return name ? `${what}${language === "zh" ? "：" : ": "}${name}` : what;
}

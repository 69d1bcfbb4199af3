import type { Language } from "../../model/language.ts";
import type { SceneName } from "../../model/scene.ts";

/** Kinds of conversations as people call them. */
export const sceneWords = {
  zh: { c2c: "单聊", group: "群聊", channel: "子频道", dm: "频道私信" },
  en: { c2c: "a private chat", group: "a group", channel: "a channel", dm: "a channel DM" },
} as const satisfies Record<Language, Record<SceneName, string>>;

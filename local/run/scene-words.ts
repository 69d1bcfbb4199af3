import type { SceneName } from "../../lib/model/scene.ts";

/** What the four kinds of conversation are called where a person reads of them. */
export const sceneWords = {
  c2c: "单聊 c2c",
  group: "群 group",
  channel: "子频道 channel",
  dm: "频道私信 dm",
} as const satisfies Record<SceneName, string>;

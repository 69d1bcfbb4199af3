import type { SceneName } from "../../lib/model/scene.ts";
import type { RelayName } from "./relays.ts";
import type { ShapeName } from "./shapes.ts";

/** A name in both languages. */
export type Label = { readonly zh: string; readonly en: string };

export const relayLabels = {
  push: { zh: "逐条直推", en: "naive: push" },
  "push-or-reply": { zh: "直推，能回复就回复", en: "naive: push or reply" },
  default: { zh: "**qq-relay** 默认", en: "**qq-relay** defaults" },
  proven: { zh: "**qq-relay** 默认，QQ 已证明放宽", en: "**qq-relay** defaults, wider rules shown" },
  always: { zh: '**qq-relay** `proactive: "always"`', en: '**qq-relay** `proactive: "always"`' },
  before: { zh: "**qq-relay** 过去的默认", en: "**qq-relay** defaults before" },
  digest: { zh: '**qq-relay** `reserve: 1, digestAt: "09:00"`', en: '**qq-relay** `reserve: 1, digestAt: "09:00"`' },
  critical: { zh: '**qq-relay** `proactive: "critical"`', en: '**qq-relay** `proactive: "critical"`' },
} as const satisfies Record<RelayName, Label>;

export const shapeLabels = {
  team: { zh: "小团队", en: "a team" },
  storm: { zh: "告警风暴", en: "alert storm" },
  silent: { zh: "无人说话", en: "nobody speaks" },
  chatty: { zh: "常有人说话", en: "chatty" },
} as const satisfies Record<ShapeName, Label>;

export const sceneLabels = {
  c2c: { zh: "单聊", en: "c2c" },
  group: { zh: "群聊", en: "group" },
  channel: { zh: "子频道", en: "channel" },
  dm: { zh: "频道私信", en: "dm" },
} as const satisfies Record<SceneName, Label>;

/** Both languages in one: the second is left out where it says the same. */
export const inBoth = ({ zh, en }: Label): string => (zh === en ? zh : `${zh} ${en.replace("**qq-relay** ", "")}`);

/** English without its Markdown. */
export const plain = ({ en }: Label): string => en.replaceAll(/[*`]/g, "");

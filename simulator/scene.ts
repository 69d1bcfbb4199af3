/** QQ's four kinds of conversation. The simulator names them itself: it shares nothing with the relay that it judges. */
export const sceneNames = ["c2c", "group", "channel", "dm"] as const;

export type SceneName = (typeof sceneNames)[number];

export type Target = { readonly scene: SceneName; readonly id: string };

export const targetKey = (target: Target): string => `${target.scene}:${target.id}`;

/** c2c and group have msg_type, msg_seq and deduplication; channel and dm are the older guild API without them. */
export const isV2 = (scene: SceneName): boolean => scene === "c2c" || scene === "group";

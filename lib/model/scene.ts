/** The four kinds of QQ conversation. Data only: policy and wire read it, nothing repeats it. */
export const scenes = {
  c2c: { path: "/v2/users/{id}/messages", wire: "v2" },
  group: { path: "/v2/groups/{id}/messages", wire: "v2" },
  channel: { path: "/channels/{id}/messages", wire: "guild" },
  dm: { path: "/dms/{id}/messages", wire: "guild" },
} as const satisfies Record<string, { readonly path: string; readonly wire: Wire }>;

/**
 * How a scene's send API differs: `v2` has msg_type and msg_seq and deduplicates a repeated reply; `guild` tells the
 * form by the field present, numbers nothing, and wants `& < >` escaped in content.
 */
export type Wire = "v2" | "guild";

export type SceneName = keyof typeof scenes;

export const sceneNames = Object.keys(scenes) as readonly SceneName[];

export const isSceneName = (text: string): text is SceneName => Object.hasOwn(scenes, text);

import type { SceneName } from "../../model/scene.ts";

/** Most that one message may hold. Characters are UTF-16 units, the widest way to count; bytes are UTF-8. */
export type SizeLimit = { readonly characters: number; readonly bytes: number };

/**
 * QQ publishes no length. Users saw messages refused or silently cut beyond 2000 to 5000 (tencent-connect/openclaw-qqbot#273,
 * AstrBotDevs/AstrBot#9591, HTTP 500 in channels: AstrBotDevs/AstrBot#40); this stays well below.
 */
export const sizeLimits = {
  c2c: { characters: 1300, bytes: 3500 },
  group: { characters: 1300, bytes: 3500 },
  channel: { characters: 1300, bytes: 3500 },
  dm: { characters: 1300, bytes: 3500 },
} as const satisfies Record<SceneName, SizeLimit>;

import type { Picture } from "../../../lib/model/message.ts";
import { type SceneName, scenes } from "../../../lib/model/scene.ts";

/** A picture as it goes out where it can be had: uploaded first in c2c and group, by its address or as bytes elsewhere. */
export function pictureOf(image: string, scene: SceneName): Picture {
  if (scenes[scene].wire === "v2") return { kind: "file-info", fileInfo: "…" };
  return /^https?:/.test(image) ? { kind: "url", url: image } : { kind: "bytes" };
}

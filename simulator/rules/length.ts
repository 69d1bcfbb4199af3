import { refuse, type Refusal } from "../refusal.ts";
import { isV2 } from "../scene.ts";
import type { Settings } from "../settings.ts";
import type { Send } from "./send.ts";

/** Characters that a message may have; nothing is published, users saw refusals above it. */
const maxLength = 4_000;

const isLong = (text: unknown): boolean => typeof text === "string" && Array.from(text).length > maxLength;

export function findLengthFault({ target, fields }: Send, settings: Settings): Refusal | undefined {
  if (settings.longText === "cut") return undefined;
  if (isLong(fields.content) || isLong(fields.markdown?.["content"]))
    return refuse(isV2(target.scene) ? 40054007 : 1000001);
  return isLong(JSON.stringify(fields.embed ?? {})) ? refuse(304005) : undefined;
}

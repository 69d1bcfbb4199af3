import { createHash } from "node:crypto";
import { type Target, targetName } from "../../model/target.ts";

/** A target's name in log lines: always the same, told apart from all others, and no way back to its openid. */
export const targetMark = (target: Target): string =>
  createHash("sha256").update(targetName(target)).digest("base64url").slice(0, 8);

import type { Target } from "./model/target.ts";
import type { Kick, Log } from "./ports.ts";

/** Kicks a target's deliverer; false when that failed, which is told and loses nothing: the sweep finds what is pending. */
export async function wakeTarget(
  target: Target,
  { kick, log }: { readonly kick: Kick; readonly log: Log },
): Promise<boolean> {
  try {
    await kick(target);
    return true;
  } catch (error) {
    log("error", "kick", { scene: target.scene, message: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

import type { Target } from "../model/target.ts";
import type { Wake, Log } from "../ports.ts";

/** Wakes a target's deliverer; false when that failed, which is told and loses nothing: the sweep finds what is pending. */
export async function wakeTarget(
  target: Target,
  { wake, log }: { readonly wake: Wake; readonly log: Log },
): Promise<boolean> {
  try {
    await wake(target);
    return true;
  } catch (error) {
    log("error", "wake", { scene: target.scene, message: error instanceof Error ? error.message : String(error) });
    return false;
  }
}

import { defined } from "../../base/defined.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { type Level, moreSevere } from "../../model/level.ts";
import type { Words } from "../facade/define-facade.ts";
import { numbers } from "../levels/numbers.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";

/** What of a message tells how bad it is. */
type Signs = {
  readonly priority: string | undefined;
  readonly icon: string | undefined;
  readonly tags: readonly Level[];
};

/** Apprise names no priority for how bad a thing is, but shows its own picture of it (`…/apprise-failure-256x256.png`). */
const ofApprise = /\/apprise-(info|success|warning|failure)-\d+x\d+\.png$/;

/** The level by a priority, a number of ntfy's or a name, by the tags, and by the picture of Apprise's. */
export function readLevels(
  { priority, icon, tags }: Signs,
  scale: LevelScale | undefined,
): Pick<Words, "level" | "unknownLevel"> {
  const own =
    priority === undefined ? undefined : (readLevel(priority, scale) ?? lookUp<Level>(numbers.ntfy, priority));
  const pictured = readLevel(ofApprise.exec(icon ?? "")?.[1] ?? "", scale);
  return defined({
    level: levelOf(own, [...tags, ...(pictured === undefined ? [] : [pictured])]),
    unknownLevel: own === undefined ? priority : undefined,
  });
}

/** Where all signs are good, the priority says only how loudly that is told. */
function levelOf(priority: Level | undefined, tags: readonly Level[]): Level | undefined {
  if (tags.includes("success") && tags.every((level) => level === "success" || level === "info")) return "success";
  const all = [priority ?? [], tags.filter((level) => level !== "success")].flat();
  return all.length > 0 ? all.reduce(moreSevere) : undefined;
}

import { writeFile } from "node:fs/promises";
import { inBoth, sceneLabels, shapeLabels } from "../labels.ts";
import { type Relay, relays } from "../relays.ts";
import { scenarios } from "../scenarios.ts";
import { runOne } from "../simulate.ts";
import { type Chance, drawTimeline, endOf, start } from "../timeline.ts";
import { drawMonth } from "./draw.ts";
import { readMonth } from "./month.ts";

/** The conversation that is drawn: where pushes are scarcest. */
const scene = "c2c";

/**
 * Draws the month of a private chat under `published` limits: to the file, and for dark pages to one beside it whose name ends in
 * `-dark`. The answer names both.
 */
export async function writePicture(file: string, chance: Chance): Promise<readonly string[]> {
  const scenario = scenarios.find(({ target, presets }) => target.scene === scene && presets.includes("published"));
  if (!scenario) throw new Error(`no scenario is a ${scene} under published limits`);
  const timeline = drawTimeline(scene, chance);
  const run = (relay: Relay) => runOne(relay, scenario, timeline, endOf(chance));
  const [naive, ours] = [await run(relays.push), await run(relays.default)];
  const title = [sceneLabels[scene], shapeLabels[chance.shape]].map(inBoth).join(" · ");
  const month = readMonth(`${title} · 种子 seed ${chance.seed}`, naive, ours, { from: start, until: endOf(chance) });
  const dark = file.replace(/\.svg$/, "-dark.svg");
  await writeFile(file, drawMonth(month, "light"));
  await writeFile(dark, drawMonth(month, "dark"));
  return [file, dark];
}

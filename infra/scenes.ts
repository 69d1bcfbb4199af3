import { type SceneName, sceneNames } from "../lib/model/scene.ts";
import { wake } from "./wake.ts";
import { nameOf } from "./name.ts";
import { openFunction } from "./open-function.ts";
import { qqSecrets, secretsOf } from "./secrets.ts";
import { table, targetAccess } from "./table.ts";

/**
 * So long (s) a wake-up waits while AWS starts nothing more. One that dies is begun anew a minute later, which has to fit in; what
 * waits longer would only take the place of newer ones, since every pass tells all that waits for its target.
 */
const wakeAge = 300;

const make = (scene: SceneName): sst.aws.Function =>
  new sst.aws.Function(scene.charAt(0).toUpperCase() + scene.slice(1), {
    name: nameOf(scene),
    description: `qq-relay: webhooks for the scene ${scene}, and their deliveries`,
    handler: `functions/${scene}.handler`,
    link: [table, wake, ...qqSecrets, ...secretsOf(scene)],
    permissions: targetAccess,
    // A wake-up whose pass dies comes again after a minute: its lease has run out by then, and no write need be spent on that.
    retries: 1,
    transform: { eventInvokeConfig: { maximumEventAgeInSeconds: wakeAge } },
    ...openFunction,
  });

/** The function of each scene. */
export const scenes = Object.fromEntries(sceneNames.map((scene) => [scene, make(scene)])) as Readonly<
  Record<SceneName, sst.aws.Function>
>;

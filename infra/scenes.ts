import { type SceneName, sceneNames } from "../lib/model/scene.ts";
import { wake } from "./wake.ts";
import { nameOf } from "./name.ts";
import { qqSecrets, secretsOf } from "./secrets.ts";
import { table, targetAccess } from "./table.ts";

/** An address that anybody may call, from no browser: the functions check every caller's proof themselves. */
export const openUrl = { authorization: "none", cors: false } as const;

const make = (scene: SceneName): sst.aws.Function =>
  new sst.aws.Function(scene.charAt(0).toUpperCase() + scene.slice(1), {
    name: nameOf(scene),
    description: `qq-relay: webhooks for the scene ${scene}, and their deliveries`,
    handler: `functions/${scene}.handler`,
    link: [table, wake, ...qqSecrets, ...secretsOf(scene)],
    permissions: targetAccess,
    // A wake-up whose pass dies comes again after a minute: its lease has run out by then, and no write need be spent on that.
    retries: 1,
    url: openUrl,
  });

/** The function of each scene. */
export const scenes = Object.fromEntries(sceneNames.map((scene) => [scene, make(scene)])) as Readonly<
  Record<SceneName, sst.aws.Function>
>;

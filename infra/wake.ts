import { sceneNames } from "../lib/model/scene.ts";
import { nameOf } from "./name.ts";

const arnOf = (name: string) =>
  $interpolate`arn:${aws.getPartitionOutput().partition}:lambda:${aws.getRegionOutput().region}:${aws.getCallerIdentityOutput().accountId}:function:${name}`;

/** Lambda's own address, which ends otherwise where AWS is another company's. */
const endpoint = $interpolate`https://lambda.${aws.getRegionOutput().region}.${aws.getPartitionOutput().dnsSuffix}`;

/**
 * Leave to wake the scene functions, their names, and where to ask. These are known before the functions are made, since they wake
 * themselves and one another: links of one to the other would go round in a circle.
 */
export const wake = new sst.Linkable("Wake", {
  properties: { ...Object.fromEntries(sceneNames.map((scene) => [scene, nameOf(scene)])), endpoint },
  include: [
    sst.aws.permission({
      actions: ["lambda:InvokeFunction"],
      resources: sceneNames.map((scene) => arnOf(nameOf(scene))),
    }),
  ],
});

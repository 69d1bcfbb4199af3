import type { Said } from "../model/said.ts";
import { show } from "./tell-issue.ts";

/** Registry and path, then a tag or a digest. */
const imageName = /^[a-z0-9][a-z0-9._:/-]{0,200}(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$/;

/** The image of the gateway's task has to be named by a version: what `latest` is changes without a deployment. */
export function imageRules(image: string): readonly Said[] {
  if (imageName.test(image) && !image.includes("//") && !image.endsWith(":latest")) return [];
  return [
    {
      zh: `RELAY_GATEWAY_IMAGE ${show(image)} 要写成带版本的镜像名，例如 123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/qq-relay:0.1.0（不能是 latest）`,
      en: `RELAY_GATEWAY_IMAGE ${show(image)} must name an image with its version, such as 123456789012.dkr.ecr.ap-southeast-1.amazonaws.com/qq-relay:0.1.0 (and not latest)`,
    },
  ];
}

import type { Setup } from "../../lib/compose/common.ts";
import { composeScene } from "../../lib/compose/scene.ts";
import { sceneHandler } from "../../lib/http/handler.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import { createContext } from "../lambda/context.ts";
import { serveFunctionUrl } from "../lambda/function-url.ts";
import type { Mount } from "../doors/mounts.ts";
import { type InvokeScene, rootMounts } from "./root-mount.ts";

/** Time of one invocation, as the functions have in AWS. */
const timeoutMs = 30_000;

export type Scenes = {
  /** Each scene's function URL, below `/<scene>`. */
  readonly mounts: readonly Mount[];
  /** The root of the host, after everything else. */
  readonly root: readonly Mount[];
  /** Invokes the target's scene as a wake-up does. */
  readonly deliver: (target: Target) => Promise<void>;
};

/** The scene functions, each composed once and invoked as Lambda would. */
export function composeScenes(setup: Setup, onFault: (error: unknown) => void): Scenes {
  const handlers = new Map(sceneNames.map((scene) => [scene, sceneHandler(composeScene(scene, setup))]));
  const handlerOf = (scene: SceneName) => {
    const handler = handlers.get(scene);
    if (handler === undefined) throw new Error(`no function for scene ${scene}`);
    return handler;
  };
  const invoke: InvokeScene = async (scene, event, context) => (await handlerOf(scene)(event, context)) ?? undefined;
  return {
    mounts: sceneNames.map((scene) => ({
      path: `/${scene}`,
      serve: (request, response) => {
        const options = { name: scene, mount: `/${scene}`, timeoutMs, onFault };
        return serveFunctionUrl((event, context) => invoke(scene, event, context), options, request, response);
      },
    })),
    root: rootMounts(setup.routes, { invoke, timeoutMs }, onFault),
    deliver: async (target) => {
      await handlerOf(target.scene)({ deliver: targetName(target) }, createContext(target.scene, timeoutMs));
    },
  };
}

import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeScene } from "../lib/compose/scene.ts";
import { sceneHandler } from "../lib/http/handler.ts";
import { readLinks } from "../lib/compose/sst-env.ts";

/** Webhooks for single QQ users (单聊), and the deliveries that wait for them. */
export const handler = sceneHandler(composeScene("c2c", { routes, settings, env: readLinks(process.env) }));

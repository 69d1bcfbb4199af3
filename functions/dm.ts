import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeScene } from "../lib/compose/scene.ts";
import { sceneHandler } from "../lib/http/handler.ts";
import { readLinks } from "../lib/compose/sst-env.ts";

/** Webhooks for direct messages of guilds (频道私信), and the deliveries that wait for them. */
export const handler = sceneHandler(composeScene("dm", { routes, settings, env: readLinks(process.env) }));

import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeAws } from "../lib/compose/aws.ts";
import { composeScene } from "../lib/compose/scene.ts";
import { sceneHandler } from "../lib/http/handler.ts";

/** Webhooks for text channels of guilds (文字子频道), and the deliveries that wait for them. */
export const handler = sceneHandler(composeScene("channel", { routes, settings, ...composeAws(process.env) }));

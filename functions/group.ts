import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeAws } from "../lib/compose/aws.ts";
import { composeScene } from "../lib/compose/scene.ts";
import { sceneHandler } from "../lib/http/handler.ts";

/** Webhooks for QQ groups (群聊), and the deliveries that wait for them. */
export const handler = sceneHandler(composeScene("group", { routes, settings, ...composeAws(process.env) }));

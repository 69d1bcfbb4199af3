import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeSweep } from "../lib/compose-sweep.ts";
import { sweepHandler } from "../lib/handler.ts";
import { readLinks } from "../lib/links.ts";

const { sweep } = composeSweep({ routes, settings, env: readLinks(process.env) });

/** Each minute: kicks the targets whose moment has come, and those that no one seems to be at. */
export const handler = sweepHandler(() => sweep());

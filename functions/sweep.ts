import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeSweep } from "../lib/compose/sweep.ts";
import { sweepHandler } from "../lib/http/handler.ts";
import { readLinks } from "../lib/compose/sst-env.ts";

const { sweep } = composeSweep({ routes, settings, env: readLinks(process.env) });

/** Each minute: wakes the targets whose moment has come, and those that no one seems to be at. */
export const handler = sweepHandler(() => sweep());

import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeAws } from "../lib/compose/aws.ts";
import { composeSweep } from "../lib/compose/sweep.ts";
import { sweepHandler } from "../lib/http/handler.ts";

const { sweep } = composeSweep({ routes, settings, ...composeAws(process.env) });

/** Each minute: wakes the targets whose moment has come, and those that no one seems to be at. */
export const handler = sweepHandler(() => sweep());

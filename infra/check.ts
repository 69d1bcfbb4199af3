import { checkRoutes } from "../lib/config/check-routes.ts";
import { checkSettings } from "../lib/config/check-settings.ts";
import { routeLinkRules } from "../lib/config/link-rules.ts";
import { defaultSettings } from "../lib/model/settings.ts";
import { sources } from "../lib/sources/index.ts";
import { nameOf } from "./name.ts";
import { routes } from "./routes.ts";
import { settings } from "./settings.ts";

/** What AWS takes for the name of a function. */
const maxNameLength = 64;

const told = (file: string, result: object): readonly string[] =>
  "faults" in result && Array.isArray(result.faults) ? result.faults.map((fault) => `${file}: ${fault}`) : [];

const faults = [
  ...told("infra/routes.ts", checkRoutes(routes, { sources })),
  ...told("infra/settings.ts", checkSettings(settings)),
  ...told("infra/routes.ts", { faults: routeLinkRules(routes, { ...defaultSettings, ...settings }) }),
  ...(nameOf("channel").length > maxNameLength
    ? [`stage ${$app.stage} makes names longer than ${maxNameLength} letters; take a shorter one: --stage`]
    : []),
];

// Imported before anything is planned: a mistake in the user's files must not leave half of a deployment.
if (faults.length > 0) throw new Error(["Nothing was deployed.", ...faults].join("\n"));

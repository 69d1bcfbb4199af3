import { checkRoutes } from "../lib/config/check-routes.ts";
import { checkSettings } from "../lib/config/check-settings.ts";
import { deployRules } from "../lib/config/deploy-rules.ts";
import { regionRules } from "../lib/config/region-rules.ts";
import { routeLinkRules } from "../lib/config/link-rules.ts";
import { imageRules } from "../lib/config/image-rules.ts";
import { reserveRules } from "../lib/config/reserve-rules.ts";
import type { Said } from "../lib/model/said.ts";
import { warnRules } from "../lib/config/warn-rules.ts";
import { resolveLimits } from "../lib/policy/quota/resolve-limits.ts";
import { defaultSettings } from "../lib/model/settings.ts";
import { sources } from "../lib/sources/index.ts";
import { nameOf } from "./name.ts";
import { routes } from "./routes.ts";
import { settings } from "./settings.ts";

/** What AWS takes for the name of a function. */
const maxNameLength = 64;

type Checked = { readonly faults: readonly Said[] } | { readonly routes: unknown } | { readonly settings: unknown };

const told = (file: string, result: Checked): readonly string[] =>
  "faults" in result ? result.faults.map(({ zh, en }) => `${file}: ${en}\n  ${zh}`) : [];

/** As SST's command line knows it: from AWS_REGION, or the profile of the credentials. */
const region = process.env.SST_AWS_REGION;

const whole = { ...defaultSettings, ...settings };
const checked = { routes: checkRoutes(routes, { sources }), settings: checkSettings(settings) };

const faults = [
  ...told("infra/routes.ts", checked.routes),
  ...told("infra/settings.ts", checked.settings),
  ...told("infra/routes.ts", { faults: routeLinkRules(routes, whole) }),
  ...told("infra/settings.ts", { faults: warnRules(whole, routes) }),
  ...told(".env", { faults: process.env.RELAY_GATEWAY_IMAGE ? imageRules(process.env.RELAY_GATEWAY_IMAGE) : [] }),
  ...told(".env", { faults: deployRules(process.env) }),
  ...told(".env", { faults: regionRules(region, process.env.RELAY_ANY_REGION) }),
  // What a wrong setting or scene leaves unknown cannot be measured by it.
  ...("settings" in checked.settings && "routes" in checked.routes
    ? told("infra/routes.ts", { faults: reserveRules(routes, resolveLimits(whole)) })
    : []),
  ...(nameOf("channel").length > maxNameLength
    ? [
        `stage ${$app.stage} makes names longer than ${maxNameLength} letters; take a shorter one: --stage\n  阶段名 ${$app.stage} 太长，函数名会超过 ${maxNameLength} 个字符；请用 --stage 换一个短的`,
      ]
    : []),
];

// Imported before anything is planned: a mistake in the user's files must not leave half of a deployment.
if (faults.length > 0) throw new Error(["什么都没有部署。Nothing was deployed.", ...faults].join("\n"));

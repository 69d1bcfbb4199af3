import { RouteSchema } from "../../../lib/config/route-schema.ts";
import { SettingsSchema } from "../../../lib/config/settings-schema.ts";
import { day } from "../../../lib/base/time.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { fieldsOf } from "./read-schema.ts";
import { type Row, rowsOf, rowsOfWords } from "./rows.ts";
import { routeWords } from "./route-words.ts";
import { settingsWords } from "./settings-words.ts";
import { startWords } from "./start-words.ts";
import { variableWords } from "./variable-words.ts";

export const routeFields = fieldsOf(RouteSchema);
export const settingsFields = fieldsOf(SettingsSchema);

/** What holds where a route says nothing, as the relay itself reckons it. */
const policyDefaults = (): Readonly<Record<string, unknown>> => {
  const { proactive, reserve, maxAge, onUnsure } = resolvePolicy(undefined);
  const told = { proactive, reserve, maxAge: `${maxAge / day}d`, onUnsure };
  return Object.fromEntries(Object.entries(told).map(([name, value]) => [`policy.${name}`, value]));
};

/** Every table of the page, by the mark that stands in its place. */
export const tables: Readonly<Record<string, readonly Row[]>> = {
  route: rowsOf(routeFields, routeWords, policyDefaults()),
  settings: rowsOf(settingsFields, settingsWords, { ...defaultSettings }),
  relay: rowsOfWords(variableWords.relay),
  simulator: rowsOfWords(variableWords.simulator),
  gateway: rowsOfWords(variableWords.gateway),
  aws: rowsOfWords(variableWords.aws),
  compose: rowsOfWords(variableWords.compose),
  start: rowsOfWords(startWords.start),
  "start-gateway": rowsOfWords(startWords.gateway),
};

import type { Held, ToldHeld } from "../../model/held.ts";
import type { Language } from "../../model/language.ts";
import { inBoth } from "../../model/said.ts";
import type { Target } from "../../model/target.ts";
import { unpairedRoute } from "../../model/unpaired.ts";
import { heldWords } from "./held-words.ts";
import { tellMoment } from "./moment.ts";

/** What holds a delivery to a target, with why in both languages, its end as the relay's zone names it. */
export function tellHeld({ reason, until }: Held, target: Target, timeZone: string, now: number): ToldHeld {
  const word = unpairedRoute(target) === undefined ? reason : "unpaired";
  const why = (language: Language): string =>
    heldWords[language][word](until === undefined ? undefined : tellMoment(until, language, timeZone, now));
  return {
    reason,
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    message: inBoth(why("en"), why("zh")),
  };
}

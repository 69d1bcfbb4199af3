import type { Language } from "../../model/language.ts";
import type { Notice } from "../../model/notice.ts";
import type { SceneName } from "../../model/scene.ts";
import { type Silence, warning } from "../../model/silence.ts";
import type { Target } from "../../model/target.ts";
import { unpairedRoute } from "../../model/unpaired.ts";
import { listNames } from "./list-names.ts";
import { tellMoment } from "./moment.ts";
import { sceneWords } from "./scene-words.ts";
import { silenceWords, type SilenceReason } from "./silence-words.ts";

/** Where the bot hears only those who mention it. */
const mentioned: ReadonlySet<SceneName> = new Set(["group", "channel"]);

type Setting = { readonly language: Language; readonly timeZone: string };

/** A silent conversation as a notice for the operator. `mark` is its name in the log. */
export function silenceNotice(silence: Silence, mark: string, { language, timeZone }: Setting, now: number): Notice {
  const { target, routes, notices, since, held } = silence;
  const words = silenceWords[language];
  const moment = (at: number): string => tellMoment(at, language, timeZone, now);
  const route = unpairedRoute(target);
  const reason = reasonOf(silence);
  return {
    ...warning,
    level: "warning",
    title:
      route === undefined ? words.title(sceneWords[language][target.scene], tailOf(target)) : words.unpaired(route),
    lines: [
      words.waiting(listNames(routes, language), notices, moment(since)),
      words.why(reason, held?.until === undefined ? undefined : moment(held.until)),
      words.advice[reason](words.speak(mentioned.has(target.scene)), route ?? ""),
      words.log(mark),
    ],
    key: `relay/silence/${mark}`,
    replaces: true,
    at: new Date(now).toISOString(),
  };
}

/** What only people's mutes hold is never told: what is left of it beside others is as good as free. */
function reasonOf({ target, held }: Silence): SilenceReason {
  if (unpairedRoute(target) !== undefined) return "unpaired";
  return held === undefined || held.reason === "mute" ? "nothing" : held.reason;
}

/** Ids shorter than this would be told almost whole. */
const leastTold = 8;
const tailLength = 4;

/** The end of an id, by which the operator knows it again in the configuration. */
const tailOf = ({ id }: Target): string => (id.length < leastTold ? "" : id.slice(-tailLength));

import { unreachable } from "../../base/unreachable.ts";
import type { Basis } from "../../model/in-force.ts";
import type { Language } from "../../model/language.ts";
import { tellDay, tellMoment } from "./moment.ts";

type Words = {
  readonly set: (preset: string) => string;
  readonly alike: string;
  readonly unknown: string;
  readonly refused: (until: string) => string;
  readonly shown: (since: string) => string;
};

const words = {
  zh: {
    set: (preset) => `按设置里的 ${preset} 算限额`,
    alike: "按旧规则算限额，2026 年的在这里一样",
    unknown: "按旧规则算限额，用完时试发一条，看 QQ 收不收",
    refused: (until) => `按旧规则算限额：QQ 不收更多，${until} 前不再试`,
    shown: (since) => `按 2026 年的规则算限额：${since}起 QQ 是这样收的`,
  },
  en: {
    set: (preset) => `Limits: ${preset}, as set`,
    alike: "Limits: the older rules, here the same as those of 2026",
    unknown: "Limits: the older rules; when they are used up, one message finds out whether QQ takes more",
    refused: (until) => `Limits: the older rules; QQ takes no more, not tried again before ${until}`,
    shown: (since) => `Limits: the rules of 2026, by which QQ has taken messages since ${since}`,
  },
} as const satisfies Record<Language, Words>;

/** Which rules count a conversation's pushes, and why. */
export function tellBasis(basis: Basis, language: Language, timeZone: string, now: number): string {
  const told = words[language];
  switch (basis.why) {
    case "set":
      return told.set(basis.preset);
    case "alike":
    case "unknown":
      return told[basis.why];
    case "refused":
      return told.refused(tellMoment(basis.until, language, timeZone, now));
    case "shown":
      return told.shown(tellDay(basis.since, language, timeZone, now));
    default:
      return unreachable(basis);
  }
}

import type { Language } from "../../model/language.ts";
import type { Notice } from "../../model/notice.ts";
import { warning } from "../../model/silence.ts";
import { gatewayLifeWords } from "./gateway-life-words.ts";
import { tellMoment } from "./moment.ts";

type Setting = { readonly language: Language; readonly timeZone: string };

/** One key for both, so that the end of a silence takes the place of a warning that was not told yet. */
const common = { source: warning.source, event: "gateway", key: "relay/gateway", replaces: true } as const;

/** The gateway process says nothing, `since` (ms): a notice for the operator. */
export const gatewaySilentNotice = (since: number, { language, timeZone }: Setting, now: number): Notice => ({
  ...common,
  level: "error",
  title: gatewayLifeWords[language].silent.title,
  lines: gatewayLifeWords[language].silent.lines(tellMoment(since, language, timeZone, now)),
  at: new Date(now).toISOString(),
});

/** It is back, after a silence `since` (ms) that the operator was warned of. */
export const gatewayBackNotice = (since: number, { language, timeZone }: Setting, now: number): Notice => ({
  ...common,
  level: "success",
  title: gatewayLifeWords[language].back.title,
  lines: gatewayLifeWords[language].back.lines(tellMoment(since, language, timeZone, now)),
  resolved: true,
  at: new Date(now).toISOString(),
});

import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { useCallback } from "preact/hooks";
import { useClock } from "../hooks/use-clock.ts";
import { useShell } from "../shell.ts";
import { tellAge, tellLeft, tellMoment } from "../state/times.ts";

type At = { /** ISO 8601. */ readonly at: string };

/** How long ago something was, counting on. */
export function Age({ at }: At): ComponentChildren {
  const { language } = useShell();
  const time = Date.parse(at);
  const text = useClock(useCallback((now) => tellAge(now - time, language), [time, language]));
  return html`<time class="age" datetime=${at} title=${tellMoment(time, 0, language)}>${text}</time>`;
}

/** How much time is left until then, counting down. */
export function Left({ at }: At): ComponentChildren {
  const { language, words } = useShell();
  const time = Date.parse(at);
  const text = useClock(useCallback((now) => tellLeft(time - now, language), [time, language]));
  return html`<time class="left" datetime=${at} title=${tellMoment(time, 0, language)}>${words.left(text)}</time>`;
}

type MomentProps = At & {
  /** The words that it stands in. */ readonly say?: (moment: string) => string;
  readonly seconds?: boolean;
};

const asItIs = (moment: string): string => moment;

/** A moment, by the clock of who looks. */
export function Moment({ at, say = asItIs, seconds = false }: MomentProps): ComponentChildren {
  const { language } = useShell();
  const time = Date.parse(at);
  const text = say(useClock(useCallback((now) => tellMoment(time, now, language, { seconds }), [time, language])));
  return html`<time datetime=${at}>${text}</time>`;
}

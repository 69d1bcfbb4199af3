import { html } from "htm/preact";
import type { VNode } from "preact";
import { useLanguage } from "../chat/language.ts";
import { useNow } from "../live.ts";
import { Section } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

const minute = 60_000;

/** How far each button moves the clock, in ms. */
const steps = { minutes: 5 * minute, hour: 60 * minute, day: 1_440 * minute, month: 31 * 1_440 * minute } as const;

/** The simulator's clock, which windows and periods go by. */
export function ClockKnobs({ overview, turn }: Knob): VNode {
  const { clock: words } = usePageWords().knobs;
  const language = useLanguage();
  const now = useNow(overview.ahead);
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Asia/Shanghai",
  });
  const move = (by: number) => () =>
    void turn("clock", { at: new Date(Date.now() + overview.ahead + by).toISOString() });
  return html`<${Section} title=${words.title}>
    <p class="clock"><time>${format.format(now)}</time></p>
    <div class="buttons">
      ${(Object.keys(steps) as (keyof typeof steps)[]).map(
        (name) => html`<button type="button" class="button" onClick=${move(steps[name])}>${words.steps[name]}</button>`,
      )}
      <button type="button" class="button" onClick=${() => void turn("clock", { at: null })}>${words.back}</button>
    </div>
    <p class="hint">${words.note}</p>
  <//>`;
}

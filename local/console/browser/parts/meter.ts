import { html } from "htm/preact";
import type { ComponentChildren } from "preact";

type MeterProps = { readonly label: string; readonly value: number; readonly max: number; readonly text: string };

const tone = (share: number): string => {
  if (share > 1) return "bad";
  return share > 0.85 ? "wait" : "good";
};

/** How much of a limit something takes, as a bar beside its figures. */
export const Meter = ({ label, value, max, text }: MeterProps): ComponentChildren =>
  html`<div class="meter">
    <span class="meter-label">${label}</span>
    <span class=${`meter-bar tone-${tone(value / max)}`} aria-hidden="true"
      ><span style=${{ inlineSize: `${Math.min(100, (value / max) * 100)}%` }}
    /></span>
    <span class="meter-text">${text}</span>
  </div>`;

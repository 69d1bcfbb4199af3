import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import type { DeliveryState, Level } from "../api/calls.ts";
import type { Words } from "../words.ts";
import { icon, type IconName } from "./icon.ts";

/** How a thing is marked: by shape, and by the tone of its colour. */
type Mark = { readonly shape: IconName; readonly tone: "good" | "wait" | "bad" | "doubt" | "calm" };

const states = {
  pending: { shape: "hourglass", tone: "wait" },
  sent: { shape: "circle-check", tone: "good" },
  counted: { shape: "tally", tone: "wait" },
  "in-audit": { shape: "eye", tone: "wait" },
  unsure: { shape: "question", tone: "doubt" },
  failed: { shape: "cross", tone: "bad" },
  expired: { shape: "clock-off", tone: "bad" },
  folded: { shape: "layers", tone: "calm" },
  spilled: { shape: "forward", tone: "calm" },
} as const satisfies Record<DeliveryState, Mark>;

const levels = {
  info: { shape: "info", tone: "calm" },
  success: { shape: "circle-check", tone: "good" },
  warning: { shape: "warning", tone: "wait" },
  error: { shape: "error", tone: "bad" },
  critical: { shape: "critical", tone: "bad" },
} as const satisfies Record<Level, Mark>;

/** Where a delivery stands: word, shape and colour. */
export const stateMark = (state: DeliveryState, words: Words): ComponentChildren =>
  html`<span class=${`mark tone-${states[state].tone}`} title=${words.stateHints[state]}
    >${icon(states[state].shape)}<span>${words.states[state]}</span></span
  >`;

/** How much a notice matters: its shape and colour, the word for who listens or points. */
export const levelMark = (level: Level, words: Words): ComponentChildren =>
  html`<span
    class=${`level level-${level} tone-${levels[level].tone}`}
    role="img"
    aria-label=${words.levels[level]}
    title=${words.levels[level]}
    >${icon(levels[level].shape)}</span
  >`;

import { html } from "htm/preact";
import type { ComponentChildren, VNode } from "preact";
import { useLanguage, useWords, type Words } from "./language.ts";

/** What became of a message; each has its word and its look. */
export type BubbleState = keyof Words["states"];

export type FrameProps = {
  /** On the right, as what the person who looks at it said. */
  readonly mine?: boolean | undefined;
  /** When: milliseconds of the epoch, or a text that says a moment. Shown in the reader's own zone. */
  readonly at?: string | number | undefined;
  readonly name?: string | undefined;
  /** A `data:` picture, or a letter or two; by default the first letter of the name. */
  readonly avatar?: string | undefined;
  /** Shown behind the name. */
  readonly tag?: string | undefined;
  /** A line below: why it waits, what QQ said. */
  readonly note?: ComponentChildren;
  readonly state?: BubbleState | undefined;
  /** Below the bubble: its keyboard. */
  readonly below?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** A message as the chat has it: who, when, the bubble, and what became of it. */
export function Frame({ mine = false, at, name = "", avatar, tag, note, state, below, children }: FrameProps): VNode {
  const words = useWords();
  const isTold = state !== undefined && state !== "sent";
  return html`<div class=${mine ? "chat-message chat-mine" : "chat-message"} data-state=${state}>
    <${Avatar} avatar=${avatar ?? Array.from(name)[0] ?? ""} name=${name} />
    <div class="chat-side">
      <div class="chat-who">
        <span class="chat-name">${name}</span>${tag && html`<span class="chat-tag">${tag}</span>`}
        <${Time} at=${at} />
      </div>
      <div class="chat-box">
        <div class="chat-bubble">${children}</div>
        ${below}
      </div>
      ${
        (isTold || note) &&
        html`<div class="chat-note">
          ${isTold && html`<span class="chat-state">${words.states[state]}</span>`}
          ${note && html`<span>${note}</span>`}
        </div>`
      }
    </div>
  </div>`;
}

function Time({ at }: { readonly at: string | number | undefined }): VNode | null {
  const language = useLanguage();
  const date = at === undefined ? undefined : new Date(at);
  if (!date || Number.isNaN(date.getTime())) return null;
  const short = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const full = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
  return html`<time class="chat-time" datetime=${date.toISOString()} title=${full.format(date)}>
    ${short.format(date)}
  </time>`;
}

const hues = 6;

/** The same name has the same colour everywhere. */
const hueOf = (name: string): number =>
  Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hues;

function Avatar({ avatar, name }: { readonly avatar: string; readonly name: string }): VNode {
  return avatar.startsWith("data:image/")
    ? html`<img class="chat-avatar" src=${avatar} alt="" />`
    : html`<span class="chat-avatar" data-hue=${hueOf(name)} aria-hidden="true">${avatar}</span>`;
}

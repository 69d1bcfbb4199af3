import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { TargetStatus } from "../api/calls.ts";
import { Left, Moment } from "../parts/clocks.ts";
import { icon } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import type { Words } from "../words.ts";
import { Mutes } from "./mutes.ts";

type StandingProps = { readonly standing: TargetStatus };

/** What there is to send with at a conversation: pushes left by each rule, open reply windows, who asked for quiet. */
export function Standing({ standing }: StandingProps): ComponentChildren {
  const { words } = useShell();
  const { proactive, windows, basis } = standing;
  return html`<div class="standing">
    <div class="standing-facts">
      <div class="stand" title=${words.conversation.basis[basis.why]}>
        <span class="stand-label">${words.conversation.quota}</span>
        <span class="stand-what">${quota(proactive, words)}</span>
      </div>
      <div class="stand">
        <span class="stand-label">${words.conversation.window}</span>
        <span class="stand-what">
          ${
            windows.length === 0
              ? html`<span class="stand-none">${words.conversation.noWindow}</span>`
              : windows.map(
                  (window) => html`<span class="window" key=${window.closesAt}>${openWindow(window, words)}</span>`,
                )
          }
        </span>
      </div>
    </div>
    ${h(Mutes, { standing })}
  </div>`;
}

function openWindow({ closesAt, left }: TargetStatus["windows"][number], words: Words) {
  return html`<span class="window-dot" aria-hidden="true" />${h(Left, { at: closesAt })}
    ${left !== undefined && html`<span class="window-left">${words.conversation.replies(left)}</span>`}`;
}

function quota(proactive: TargetStatus["proactive"], words: Words) {
  switch (proactive.kind) {
    case "counted":
      return proactive.rules.length === 0
        ? html`<span>${words.conversation.unlimited}</span>`
        : proactive.rules.map((rule, index) => html`<span class="rule" key=${index}>${counted(rule, words)}</span>`);
    case "replies-only":
      return html`<span class="stand-none">${words.conversation.repliesOnly}</span>`;
    case "closed":
      return html`<span class="stand-none">${words.conversation.closed[proactive.of]}</span>
        ${opens(proactive.until, words)}`;
    default:
      return html`<span class="stand-none">${words.conversation[proactive.kind]}</span>
        ${proactive.until !== undefined && opens(proactive.until, words)}`;
  }
}

type Rule = Extract<TargetStatus["proactive"], { kind: "counted" }>["rules"][number];

/** Above so many pieces a bar is one. */
const maxPieces = 20;

function counted({ every, left, max, opensAt }: Rule, words: Words) {
  return html`<span class=${`pieces ${left === 0 ? "pieces-none" : ""}`} aria-hidden="true"
      >${max <= maxPieces && Array.from({ length: max }, (_, at) => html`<i key=${at} class=${at < left ? "piece-left" : ""} />`)}</span
    >
    <span>${words.conversation.left[every](left, max)}</span>
    ${opensAt !== undefined && opens(opensAt, words)}`;
}

const opens = (at: string, words: Words) =>
  html`<span class="opens"
    >${icon("hourglass")}${h(Moment, { at, say: words.conversation.opensAt })} ${h(Left, { at })}</span
  >`;

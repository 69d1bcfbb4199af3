import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useEffect } from "preact/hooks";
import { ask } from "../api/ask.ts";
import type { TargetStatus } from "../api/calls.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { Age } from "../parts/clocks.ts";
import { HeldLine } from "../parts/held-line.ts";
import { icon } from "../parts/icon.ts";
import { levelMark } from "../parts/marks.ts";
import { useShell } from "../shell.ts";
import { stateGroups } from "../state/filter.ts";

type WaitingProps = { readonly standing: TargetStatus; readonly turn: number };

/** So many of what waits are shown by their titles. */
const shown = 6;

/** What would be told next and is held: why, until when, and the newest by their titles. */
export function Waiting({ standing, turn }: WaitingProps): ComponentChildren {
  const { words, setView } = useShell();
  const { target, held, counted } = standing;
  const { answer, reload } = useAsked(held.total === 0 ? undefined : target, () =>
    ask("deliveries", { target, states: [...stateGroups.waiting], limit: shown }),
  );
  useEffect(() => {
    if (turn > 0) reload();
  }, [turn, held.total]);
  if (held.total === 0 && counted === 0) return null;
  const rest = held.total - (answer?.deliveries.length ?? 0);
  return html`<div class="waiting" role="group" aria-label=${words.conversation.waiting}>
    ${
      held.total > 0 &&
      html`<div class="waiting-head">
        ${icon("hourglass")}
        <button
          type="button"
          class="link"
          onClick=${() => setView({ filter: { state: "waiting", target }, pane: "deliveries" })}
        >
          ${words.conversation.waits(held.total, held.isPart)}
        </button>
      </div>`
    }
    ${held.reasons.map(
      (reason) =>
        html`<p class="waiting-why" key=${reason.reason}>
          ${h(HeldLine, { held: reason })}${held.reasons.length > 1 && html` <span class="count">${reason.count}</span>`}
        </p>`,
    )}
    <ul class="ghosts">
      ${answer?.deliveries
        .toReversed()
        .map(
          ({ id, title, level, arrivedAt }) =>
            html`<li class="ghost" key=${id}>
              ${levelMark(level, words)}<span>${title}</span>${h(Age, { at: arrivedAt })}
            </li>`,
        )}
    </ul>
    ${answer && rest > 0 && html`<p class="hint">${words.conversation.waitingMore(rest, held.isPart)}</p>`}
    ${counted > 0 && html`<p class="hint">${words.conversation.counted(counted)}</p>`}
  </div>`;
}

import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ask } from "../api/ask.ts";
import type { ListedDelivery, TracedDelivery } from "../api/calls.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { Button, CopyButton } from "../parts/button.ts";
import { useShell } from "../shell.ts";
import { stateGroups } from "../state/filter.ts";
import type { ReplayOf } from "./replay-dialog.ts";
import { Timeline } from "./timeline.ts";

type DeliveryDetailProps = { readonly delivery: ListedDelivery; readonly replay: (of: ReplayOf) => void };

/** All that is known of a delivery, asked again when it changes. */
export function DeliveryDetail({ delivery, replay }: DeliveryDetailProps): ComponentChildren {
  const { words, setView } = useShell();
  const { id, target, state, attempts, messageId } = delivery;
  const key = JSON.stringify([id, target, state, attempts, delivery.held?.reason]);
  const { answer, failure } = useAsked(key, () => ask("trace", { id }));
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = detail.current?.closest(".row");
    if (row) showWhole(row);
  }, [answer === undefined]);
  const traced = answer?.deliveries.find((each) => each.target === target && each.id === id);
  const isUntold = stateGroups.untold.some((each) => each === state);
  return html`<div ref=${detail}>
    <div class="actions">
      ${isUntold && h(Button, { icon: "again", kind: "main", onPress: () => replay({ delivery }) }, words.detail.replay)}
      <span class="narrow-only">
        ${h(Button, { icon: "chat", onPress: () => setView({ conversation: target, pane: "conversation" }) }, words.detail.show)}
      </span>
      ${h(CopyButton, { text: id, label: words.detail.copyId })}
    </div>
    ${traced && h(Traced, { traced })}
    ${messageId !== undefined && !traced && html`<p class="hint">${words.detail.messageId} ${messageId}</p>`}
    ${failure && html`<p class="hint">${words.detail.gone}</p>`}
  </div>`;
}

/** Scrolls so far that an open row is seen, from its title on where it is taller than the list. */
function showWhole(row: Element): void {
  const list = row.closest(".pane-body");
  const isTaller = list !== null && row.clientHeight > list.clientHeight;
  row.scrollIntoView({ block: isTaller ? "start" : "nearest" });
}

function Traced({ traced }: { readonly traced: TracedDelivery }): ComponentChildren {
  const { words } = useShell();
  const { source, event, form, lines, link, attempts, folded, told, steps, id } = traced;
  return html`<div>
    ${lines.length > 0 && html`<div class="lines">${lines.map((line) => html`<p>${line}</p>`)}</div>`}
    ${link !== undefined && html`<p class="foreign-link">${link}</p>`}
    <h3>${words.detail.way}</h3>
    ${h(Timeline, { steps })}
    <p class="hint">
      ${[
        words.detail.facts(source, event, form),
        ...(attempts > 0 ? [words.detail.attempts(attempts)] : []),
        ...(folded === undefined ? [] : [words.detail.folded(folded)]),
        ...(told === "summed" ? [words.detail.summed] : []),
      ].join(" · ")}
    </p>
    <p class="hint id">${id}</p>
  </div>`;
}

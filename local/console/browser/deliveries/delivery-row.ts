import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useId, useMemo } from "preact/hooks";
import type { ListedDelivery } from "../api/calls.ts";
import { Age } from "../parts/clocks.ts";
import { levelMark, stateMark } from "../parts/marks.ts";
import { targetWords } from "../parts/target-words.ts";
import { HeldLine } from "../parts/held-line.ts";
import { useShell } from "../shell.ts";
import type { Language } from "../words.ts";
import { DeliveryDetail } from "./delivery-detail.ts";
import type { ReplayOf } from "./replay-dialog.ts";

type DeliveryRowProps = {
  readonly delivery: ListedDelivery;
  readonly isOpen: boolean;
  readonly language: Language;
  readonly toggle: (open: boolean) => void;
  readonly replay: (of: ReplayOf) => void;
};

/** One delivery: where it stands, what it says, where it goes, how old it is; open, its whole way. A row that did not change is not drawn anew. */
export function DeliveryRow({ delivery, isOpen, language, toggle, replay }: DeliveryRowProps): ComponentChildren {
  const { words } = useShell();
  const id = useId();
  return useMemo(
    () =>
      html`<li class=${`row ${isOpen ? "row-open" : ""}`}>
        <button
          type="button"
          class="row-button"
          aria-expanded=${isOpen}
          aria-controls=${isOpen ? id : undefined}
          onClick=${() => toggle(!isOpen)}
        >
          ${levelMark(delivery.level, words)}
          <span class="row-title">${delivery.title}</span>
          <span class="row-facts">
            ${stateMark(delivery.state, words)}
            <span class="row-where">${delivery.route} → ${targetWords(delivery.target, words)}</span>
            ${h(Age, { at: delivery.arrivedAt })}
          </span>
          ${delivery.held && h(HeldLine, { held: delivery.held })}
          ${delivery.held === undefined && isBad(delivery) && html`<span class="row-why">${whyBad(delivery)}</span>`}
        </button>
        ${isOpen && html`<div id=${id} class="detail">${h(DeliveryDetail, { delivery, replay })}</div>`}
      </li>`,
    [delivery, isOpen, language],
  );
}

const isBad = ({ state }: ListedDelivery): boolean => state === "failed" || state === "unsure" || state === "expired";

/** QQ's own words where it said any. */
const whyBad = ({ last }: ListedDelivery): string =>
  [last?.code === undefined ? undefined : String(last.code), last?.message ?? last?.note].filter(Boolean).join(" · ");

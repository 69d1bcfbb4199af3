import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Status } from "../api/calls.ts";
import type { DeliveriesState } from "../hooks/use-deliveries.ts";
import { maxRows, textReach } from "../hooks/use-deliveries.ts";
import { Button } from "../parts/button.ts";
import { Empty } from "../parts/empty.ts";
import { Failed } from "../parts/failed.ts";
import { useShell } from "../shell.ts";
import { isFiltered } from "../state/filter.ts";
import { rowKey } from "../state/merge-live.ts";
import { DeliveryRow } from "./delivery-row.ts";
import { Filters } from "./filters.ts";
import { moveFocus } from "./move-focus.ts";
import { ReplayDialog, type ReplayOf } from "./replay-dialog.ts";

type DeliveriesPaneProps = { readonly deliveries: DeliveriesState; readonly status: Status | undefined };

/** The delivery log, newest first and live. */
export function DeliveriesPane({ deliveries, status }: DeliveriesPaneProps): ComponentChildren {
  const { words, language, view, setView } = useShell();
  const [opened, setOpened] = useState<string>();
  const [replays, setReplays] = useState<ReplayOf>();
  const list = useRef<HTMLUListElement>(null);
  const { listed, failure, isLoading, arrived } = deliveries;
  const { filter } = view;

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && opened !== undefined) return setOpened(undefined);
    if (list.current && moveFocus(list.current, event.key)) event.preventDefault();
  };
  const rows = listed?.rows ?? [];
  const canReplay = filter.state === "untold" && rows.length > 0;
  const said = arrived > 0 ? words.deliveries.arrived(arrived) : "";
  return html`<section class="pane pane-deliveries" id="deliveries" tabindex="-1" aria-label=${words.panes.deliveries}>
    <header class="pane-head">
      <h2>${words.panes.deliveries}</h2>
      ${listed && html`<span class="count">${words.deliveries.count(rows.length, listed.more)}</span>`}
      ${canReplay && h(Button, { icon: "again", onPress: () => setReplays({ filter }) }, words.deliveries.replayAll)}
    </header>
    ${h(Filters, { targets: status?.targets.map(({ target }) => target) ?? [] })}
    <div class="pane-body">
      ${failure && h(Failed, { failure, again: deliveries.reload })}
      <ul class="rows" ref=${list} onKeyDown=${onKey} aria-label=${words.panes.deliveries} aria-busy=${isLoading}>
        ${rows.map((delivery) => {
          const key = rowKey(delivery);
          return h(DeliveryRow, {
            key,
            delivery,
            isOpen: key === opened,
            language,
            toggle: (open) => {
              setOpened(open ? key : undefined);
              if (open) setView({ conversation: delivery.target });
            },
            replay: setReplays,
          });
        })}
      </ul>
      ${listed && rows.length === 0 && !isLoading && h(NoRows, {})}
      ${!listed && !failure && html`<p class="hint">${words.loading}</p>`}
      ${filter.text && html`<p class="hint">${words.deliveries.inNewest(textReach)}</p>`}
      ${listed?.isPart && html`<p class="hint">${words.deliveries.inPart}</p>`}
      ${
        listed?.more &&
        !listed.isPart &&
        rows.length < maxRows &&
        html`<div class="more">
          ${h(Button, { icon: "down", disabled: isLoading, onPress: deliveries.showMore }, words.deliveries.more)}
        </div>`
      }
    </div>
    <p class="unseen" aria-live="polite">${said}</p>
    ${replays && h(ReplayDialog, { of: replays, onClose: () => setReplays(undefined) })}
  </section>`;
}

function NoRows(): ComponentChildren {
  const { words, view, setView } = useShell();
  if (isFiltered(view.filter))
    return h(Empty, {
      icon: "search",
      title: words.deliveries.noneFit,
      children: h(Button, { onPress: () => setView({ filter: {} }) }, words.deliveries.clear),
    });
  return h(Empty, {
    icon: "inbox",
    title: words.deliveries.none,
    how: words.deliveries.noneHow,
    children: h(
      Button,
      { kind: "main", icon: "flask", onPress: () => setView({ pane: "playground" }) },
      words.deliveries.toPlayground,
    ),
  });
}

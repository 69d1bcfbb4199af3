import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { ask, isFailure } from "../api/ask.ts";
import type { ListedDelivery, Replay } from "../api/calls.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { Button } from "../parts/button.ts";
import { Moment } from "../parts/clocks.ts";
import { Dialog } from "../parts/dialog.ts";
import { targetWords } from "../parts/target-words.ts";
import { useShell } from "../shell.ts";
import { type Filter, stateGroups } from "../state/filter.ts";
import { inLanguage } from "../state/in-language.ts";
import { replayCost } from "../state/replay-cost.ts";

/** One delivery, or all that ended without being told under a filter. */
export type ReplayOf = { readonly delivery: ListedDelivery } | { readonly filter: Filter };

type ReplayDialogProps = { readonly of: ReplayOf; readonly onClose: () => void };

const meant = (of: ReplayOf) =>
  "delivery" in of
    ? { id: of.delivery.id, target: of.delivery.target }
    : {
        ...(of.filter.route !== undefined && { route: of.filter.route }),
        ...(of.filter.target !== undefined && { target: of.filter.target }),
        states: [...stateGroups.untold],
      };

/** Says what would be sent again, where, and what the quota there has left, before it is. */
export function ReplayDialog({ of, onClose }: ReplayDialogProps): ComponentChildren {
  const { words, language, notify, tellFailure } = useShell();
  const [isSending, setSending] = useState(false);
  const { answer, failure } = useAsked("count", () => ask("replay", { ...meant(of), send: false }));
  const send = async (): Promise<void> => {
    setSending(true);
    const done = await ask("replay", { ...meant(of), send: true });
    setSending(false);
    if (isFailure(done)) return tellFailure(done);
    notify(words.replay.done(done.count));
    return onClose();
  };
  const children = html`<div class="dialog-body">
      ${!answer && !failure && html`<p>${words.replay.counting}</p>`}
      ${failure && html`<p role="alert">${inLanguage(failure.message, language)}</p>`}
      ${answer?.count === 0 && html`<p>${words.replay.none}</p>`} ${answer && answer.count > 0 && h(Counted, answer)}
    </div>
    <footer class="dialog-foot">
      ${h(Button, { onPress: onClose }, words.cancel)}
      ${
        answer &&
        answer.count > 0 &&
        h(
          Button,
          { kind: "main", icon: "again", disabled: isSending, onPress: () => void send() },
          words.replay.confirm(answer.count),
        )
      }
    </footer>`;
  return h(Dialog, { title: words.replay.title, onClose, children });
}

function Counted({ count, targets }: Replay): ComponentChildren {
  const { words } = useShell();
  return html`<p><strong>${words.replay.count(count)}</strong></p>
    <ul class="replay-targets">
      ${targets.map(
        ({ target, count, left, oldest }) =>
          html`<li key=${target}>
            <strong>${words.replay.where(targetWords(target, words), count)}</strong>
            <span>${left === null ? words.replay.unlimited : words.replay.left(left)}</span>
            <span>${words.replay.cost[replayCost(count, left)]}</span>
            <span class="hint">${h(Moment, { at: oldest, say: words.replay.oldest })}</span>
          </li>`,
      )}
    </ul>`;
}

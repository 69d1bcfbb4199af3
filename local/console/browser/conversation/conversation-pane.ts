import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useEffect } from "preact/hooks";
import type { StatusState } from "../hooks/use-status.ts";
import { Select } from "../parts/choice.ts";
import { Moment } from "../parts/clocks.ts";
import { Empty } from "../parts/empty.ts";
import { Failed } from "../parts/failed.ts";
import { targetWords } from "../parts/target-words.ts";
import { useShell } from "../shell.ts";
import { Messages } from "./messages.ts";
import { SayBox } from "./say-box.ts";
import { Standing } from "./standing.ts";

type ConversationPaneProps = {
  readonly status: StatusState;
  /** Which conversation is looked at; undefined where there is none. */
  readonly conversation: string | undefined;
};

/** One conversation as QQ shows it, what is left to send with there, and what waits. */
export function ConversationPane({ status, conversation }: ConversationPaneProps): ComponentChildren {
  const { words, overview, setView } = useShell();
  const { answer, failure, onTarget, turnOf } = status;
  const targets = answer?.targets ?? [];
  const standing = targets.find(({ target }) => target === conversation);
  // One that was just paired, or that no route sends to any more, is asked for by its name.
  useEffect(() => {
    if (answer && conversation !== undefined && !standing) onTarget(conversation);
  }, [answer !== undefined, conversation]);
  const names = targets.map(({ target, held }) => ({
    value: target,
    text:
      held.total === 0
        ? targetWords(target, words)
        : `${targetWords(target, words)} · ${words.conversation.waits(held.total, held.isPart)}`,
  }));
  return html`<section
    class="pane pane-conversation"
    id="conversation"
    tabindex="-1"
    aria-label=${words.panes.conversation}
  >
    <header class="pane-head">
      <h2>${words.panes.conversation}</h2>
      ${
        names.length > 0 &&
        h(Select, {
          label: words.conversation.target,
          groups: [{ label: "", options: names }],
          value: conversation ?? "",
          onChoose: (target) => target !== "" && setView({ conversation: target }),
        })
      }
    </header>
    ${
      answer?.breaker !== undefined &&
      html`<p class="banner banner-bad" role="alert">
        ${h(Moment, { at: answer.breaker, say: words.conversation.breaker })}
      </p>`
    }
    ${standing && h(Standing, { standing })}
    ${conversation !== undefined && answer && h(Messages, { key: conversation, target: conversation, standing, turn: turnOf(conversation) })}
    ${answer && targets.length === 0 && h(Empty, { icon: "chat", title: words.conversation.none, how: words.conversation.noneHow })}
    ${!answer && !failure && html`<p class="hint">${words.loading}</p>`}
    ${failure && h(Failed, { failure, again: () => onTarget(undefined) })}
    ${overview?.simulated && conversation !== undefined && h(SayBox, { key: conversation, target: conversation })}
  </section>`;
}

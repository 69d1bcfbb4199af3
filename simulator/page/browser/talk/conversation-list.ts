import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Overview } from "../../../live/view.ts";
import type { SceneName, Target } from "../../../scene.ts";
import { isSame, scenes } from "../place.ts";
import { Choice, TextField } from "../parts.ts";
import { usePageWords } from "../words.ts";

export type ConversationListProps = {
  readonly conversations: Overview["conversations"];
  readonly here: Target;
  readonly onChoose: (target: Target) => void;
};

/** The conversations that were met, the latest first, and a form for another. */
export function ConversationList({ conversations, here, onChoose }: ConversationListProps): VNode {
  const words = usePageWords();
  return html`<nav class="list" aria-label=${words.conversations}>
    <h2>${words.conversations}</h2>
    ${conversations.length === 0 && html`<p class="hint">${words.noConversations}</p>`}
    <ul>
      ${conversations.map(
        (one) =>
          html`<li key=${`${one.scene}/${one.id}`}>
            <button
              type="button"
              class="list-item"
              aria-current=${isSame(one, here) ? "true" : undefined}
              onClick=${() => onChoose({ scene: one.scene, id: one.id })}
            >
              <span class="badge" data-scene=${one.scene}>${words.scenes[one.scene]}</span>
              <span class="list-id">${one.id}</span>
            </button>
          </li>`,
      )}
    </ul>
    <${NewConversation} onChoose=${onChoose} />
  </nav>`;
}

function NewConversation({ onChoose }: Pick<ConversationListProps, "onChoose">): VNode {
  const words = usePageWords();
  const [scene, setScene] = useState<SceneName>("group");
  const [id, setId] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    if (id.trim() === "") return;
    onChoose({ scene, id: id.trim() });
    setId("");
  };
  const options = Object.fromEntries(scenes.map((one) => [one, words.scenes[one]]));
  return html`<form class="new" onSubmit=${submit} aria-label=${words.newConversation}>
    <h3>${words.newConversation}</h3>
    <${Choice} label=${words.scene} value=${scene} options=${options} onChange=${setScene} />
    <${TextField} label=${words.id} value=${id} onInput=${setId} placeholder="G2" />
    <button type="submit" class="button">${words.open}</button>
  </form>`;
}

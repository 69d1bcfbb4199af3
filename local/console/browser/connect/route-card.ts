import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../api/ask.ts";
import type { Binding, RouteFacts } from "../api/calls.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { useShell } from "../shell.ts";
import { inLanguage } from "../state/in-language.ts";
import { Pairing } from "./pairing.ts";
import { SetUpWays } from "./set-up-ways.ts";

type RouteCardProps = {
  readonly route: RouteFacts;
  /** Whether it is open at first. */
  readonly begins: boolean;
  readonly asked: { readonly secrets: boolean; readonly url?: string };
  readonly bindings: readonly Binding[];
  readonly reload: () => void;
};

/** One route: what its senders are told, asked for once somebody looks. */
export function RouteCard({ route, begins, asked, bindings, reload }: RouteCardProps): ComponentChildren {
  const { words, language } = useShell();
  const [isOpen, setOpen] = useState(begins);
  const { name, sources, scene, bound } = route;
  const key = isOpen ? JSON.stringify([name, asked]) : undefined;
  const { answer: setUps, failure } = useAsked(key, () => ask("routes", { route: name, ...asked }));
  const onToggle = ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => setOpen(currentTarget.open);
  return html`<details class="route" open=${isOpen} onToggle=${onToggle}>
    <summary>
      <strong>${name}</strong>
      <span class="hint">${sources.join(", ")} → ${words.scenes[scene]}</span>
    </summary>
    <div class="route-body">
      ${bound && h(Pairing, { route, bindings, reload })}
      ${failure && html`<p class="verdict tone-bad" role="alert">${inLanguage(failure.message, language)}</p>`}
      ${!failure && setUps?.map((setUp) => h(SetUpWays, { key: setUp.source, setUp }))}
    </div>
  </details>`;
}

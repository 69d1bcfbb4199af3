import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { askBindings } from "../api/ask.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { useDebounced } from "../hooks/use-debounced.ts";
import { Button } from "../parts/button.ts";
import { Empty } from "../parts/empty.ts";
import { useShell } from "../shell.ts";
import { RouteCard } from "./route-card.ts";

/** A pause in typing (ms) after which an address is taken. */
const pause = 400;

/** How each route's sender is set up, and which conversations are paired with those that are paired from inside QQ. */
export function Connect(): ComponentChildren {
  const { words, overview } = useShell();
  const [secrets, setSecrets] = useState(false);
  const [base, setBase] = useState("");
  const url = useDebounced(base.trim(), pause);
  const routes = overview?.routes ?? [];
  const isBound = routes.some(({ bound }) => bound);
  const { answer: bindings, reload } = useAsked(isBound ? JSON.stringify(routes) : undefined, askBindings);
  if (overview && routes.length === 0)
    return h(Empty, { icon: "plug", title: words.connect.none, how: words.connect.noneHow });
  return html`<div class="connect">
    <div class="actions">
      ${h(
        Button,
        { icon: "key", pressed: secrets, onPress: () => setSecrets(!secrets) },
        secrets ? words.connect.hideSecrets : words.connect.secrets,
      )}
      <span class="hint">${words.connect.secretsHow}</span>
    </div>
    <label class="field">
      <span>${words.connect.base}</span>
      <input
        type="url"
        autocomplete="off"
        placeholder=${overview?.url ?? "https://…"}
        value=${base}
        onInput=${({ currentTarget }: { currentTarget: HTMLInputElement }) => setBase(currentTarget.value)}
      />
      <span class="hint">${words.connect.baseHow}</span>
    </label>
    ${routes.map((route, index) =>
      h(RouteCard, {
        key: route.name,
        route,
        begins: index === 0 || route.bound,
        asked: { secrets, ...(url !== "" && { url }) },
        bindings: bindings?.filter((each) => each.route === route.name) ?? [],
        reload,
      }),
    )}
  </div>`;
}

import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { icon, type IconName } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import { type Pane, panes } from "../state/view-hash.ts";

const icons = { deliveries: "inbox", conversation: "chat", playground: "flask" } as const satisfies Record<
  Pane,
  IconName
>;

/** Where there is room for one pane only, which one. */
export function PaneTabs(): ComponentChildren {
  const { words, view, setView } = useShell();
  return html`<nav class="pane-tabs" aria-label=${words.name}>
    ${panes.map(
      (pane) =>
        html`<button
          key=${pane}
          type="button"
          aria-current=${view.pane === pane ? "page" : undefined}
          onClick=${() => setView({ pane })}
        >
          ${icon(icons[pane])}<span>${words.panes[pane]}</span>
        </button>`,
    )}
  </nav>`;
}

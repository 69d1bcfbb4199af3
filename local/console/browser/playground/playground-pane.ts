import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { Connect } from "../connect/connect.ts";
import { Choice } from "../parts/choice.ts";
import { useShell } from "../shell.ts";
import type { Draft } from "../state/draft.ts";
import { emptyPasted } from "../state/pasted.ts";
import { Playground } from "./playground.ts";

type Tab = "preview" | "connect";

/** Where a webhook is tried before it is sent, and where its sender is set up. */
export function PlaygroundPane(): ComponentChildren {
  const { words } = useShell();
  const [tab, setTab] = useState<Tab>("preview");
  const [draft, setDraft] = useState<Draft>({ as: "", sample: "", pasted: emptyPasted });
  const tabs: readonly Tab[] = ["preview", "connect"];
  return html`<section class="pane pane-playground" id="playground" tabindex="-1" aria-label=${words.panes.playground}>
    <header class="pane-head">
      <h2>${words.panes.playground}</h2>
      ${h(Choice<Tab>, {
        label: words.panes.playground,
        options: tabs.map((value) => ({ value, text: words.playground.tabs[value] })),
        value: tab,
        onChoose: setTab,
      })}
    </header>
    <div class="pane-body">${tab === "preview" ? h(Playground, { draft, setDraft }) : h(Connect, {})}</div>
  </section>`;
}

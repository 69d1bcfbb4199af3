import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { SetUp, Way } from "../api/calls.ts";
import { CopyButton } from "../parts/button.ts";
import { useShell } from "../shell.ts";

/** What the sender of a route is told: what to click, what to enter, and the same as a command line. */
export function SetUpWays({ setUp }: { readonly setUp: SetUp }): ComponentChildren {
  const { words, language } = useShell();
  const { source, open, menu, page, ways } = setUp;
  return html`<section class="set-up">
    <h3>${source}</h3>
    ${menu && html`<p>${menu[language]}</p>`} ${open && html`<p class="hint">${words.connect.open}</p>`}
    ${ways.map((way, index) => h(OneWay, { key: index, way, index }))}
    ${page !== undefined && html`<p class="hint">${words.connect.docs(page)}</p>`}
  </section>`;
}

function OneWay({ way, index }: { readonly way: Way; readonly index: number }): ComponentChildren {
  const { words, language } = useShell();
  const { where, enter, curl } = way;
  return html`<div class="way">
    ${index > 0 && html`<p class="way-or">${words.connect.or(where?.[language] ?? "")}</p>`}
    <dl class="enter">
      ${enter.map(
        ({ field, value }) =>
          html`<div key=${field.en}>
            <dt>${field[language]}</dt>
            <dd>
              <code>${value}</code>
              ${h(CopyButton, { text: value, label: `${words.copy}: ${field[language]}`, iconOnly: true })}
            </dd>
          </div>`,
      )}
    </dl>
    ${
      curl !== undefined &&
      html`<details class="fold">
        <summary>curl</summary>
        <div class="fold-body">
          ${h(CopyButton, { text: curl, label: words.connect.copyCurl })}
          <pre class="code" tabindex="0">${curl}</pre>
        </div>
      </details>`
    }
  </div>`;
}

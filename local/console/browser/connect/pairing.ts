import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { ask, askForCode, isFailure } from "../api/ask.ts";
import type { Binding, PairingCode, RouteFacts } from "../api/calls.ts";
import { useClock } from "../hooks/use-clock.ts";
import { Button, CopyButton } from "../parts/button.ts";
import { Left } from "../parts/clocks.ts";
import { Dialog } from "../parts/dialog.ts";
import { targetWords } from "../parts/target-words.ts";
import { useShell } from "../shell.ts";

type PairingProps = { readonly route: RouteFacts; readonly bindings: readonly Binding[]; readonly reload: () => void };

/** A code that binds a conversation to a route, and those that are bound. */
export function Pairing({ route, bindings, reload }: PairingProps): ComponentChildren {
  const { words, tellFailure, notify } = useShell();
  const [code, setCode] = useState<PairingCode>();
  const [ending, setEnding] = useState<string>();
  const make = async (): Promise<void> => {
    const made = await askForCode(route.name);
    if (isFailure(made)) tellFailure(made);
    else {
      setCode(made);
      notify(words.connect.bindPhrase(made.code));
    }
  };
  const unpair = async (target: string): Promise<void> => {
    setEnding(undefined);
    const done = await ask("unpair", { route: route.name, target });
    if (isFailure(done)) return tellFailure(done);
    notify(words.connect.unpaired(targetWords(target, words)));
    return reload();
  };
  return html`<section class="pairing">
    <h3>${words.connect.pair}</h3>
    <p class="hint">${words.connect.pairHow}</p>
    ${code && h(Code, { key: code.code, code })}
    <div class="actions">
      ${h(Button, { icon: "link", kind: code ? "plain" : "main", onPress: () => void make() }, words.connect.makeCode)}
    </div>
    <h4>${words.connect.bindings}</h4>
    ${bindings.length === 0 && html`<p class="hint">${words.connect.noBindings}</p>`}
    <ul class="bindings">
      ${bindings.map(({ scene, target: id }) => {
        const target = `${scene}:${id}`;
        return html`<li key=${target}>
          <span title=${target}>${targetWords(target, words)}</span>
          ${h(Button, { icon: "close", onPress: () => setEnding(target) }, words.connect.unpair)}
        </li>`;
      })}
    </ul>
    ${
      ending !== undefined &&
      h(Dialog, {
        title: words.connect.unpairSure(targetWords(ending, words)),
        onClose: () => setEnding(undefined),
        children: html`<footer class="dialog-foot">
          ${h(Button, { onPress: () => setEnding(undefined) }, words.cancel)}
          ${h(Button, { kind: "main", onPress: () => void unpair(ending) }, words.connect.unpair)}
        </footer>`,
      })
    }
  </section>`;
}

/** The words to say, as long as they hold. */
function Code({ code: { code, expiresAt } }: { readonly code: PairingCode }): ComponentChildren {
  const { words } = useShell();
  const until = Date.parse(expiresAt);
  const isOver = useClock((now) => (now >= until ? "over" : "")) !== "";
  const phrase = words.connect.bindPhrase(code);
  if (isOver) return html`<p class="code-over" role="status">${words.connect.expired}</p>`;
  return html`<div class="pairing-code">
    <code>${phrase}</code>
    ${h(CopyButton, { text: phrase, label: words.copy })}
    <span class="hint">${h(Left, { at: expiresAt })}</span>
  </div>`;
}

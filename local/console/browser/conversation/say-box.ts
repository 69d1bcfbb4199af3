import { html } from "htm/preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ask, isFailure } from "../api/ask.ts";
import { icon } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import { targetParts } from "../state/short-target.ts";

const peopled: ReadonlySet<string> = new Set(["group", "channel"]);

/** Speaks in the simulator as its user: a reply window opens, and what waits comes. */
export function SayBox({ target }: { readonly target: string }): ComponentChildren {
  const { words, tellFailure } = useShell();
  const [text, setText] = useState("");
  const [mention, setMention] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const { scene, unpaired } = targetParts(target);
  if (unpaired !== undefined) return null;
  const say = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.trim() === "" || isBusy) return;
    setBusy(true);
    const done = await ask("say", { target, text, mention });
    setBusy(false);
    if (isFailure(done)) return tellFailure(done);
    return setText("");
  };
  return html`<form class="say" onSubmit=${(event: Event) => void say(event)}>
    ${
      peopled.has(scene) &&
      html`<label class="check"
        ><input type="checkbox" checked=${mention} onChange=${() => setMention(!mention)} /><span
          >${words.conversation.sayMention}</span
        ></label
      >`
    }
    <input
      type="text"
      autocomplete="off"
      maxlength="2000"
      aria-label=${words.conversation.say}
      placeholder=${words.conversation.sayHow}
      value=${text}
      onInput=${({ currentTarget }: { currentTarget: HTMLInputElement }) => setText(currentTarget.value)}
    />
    <button type="submit" class="button button-main" disabled=${isBusy || text.trim() === ""}>
      ${icon("send")}<span>${words.conversation.send}</span>
    </button>
  </form>`;
}

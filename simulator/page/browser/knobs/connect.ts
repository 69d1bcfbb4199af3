import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Way } from "../../../emit.ts";
import { Choice, Section } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

/** How a bot gets here, and what its connection goes through. */
export function Connect({ overview, turn, set }: Knob): VNode {
  const { connect: words } = usePageWords().knobs;
  const { gateway, callback, events } = overview;
  const online = gateway.sessions.filter(({ connected }) => connected).length;
  const disturb = (what: object) => () => void turn("gateway", what);
  return html`<${Section} title=${words.title} open=${online === 0 && callback === null}>
    <${Choice}
      label=${words.way}
      value=${events}
      options=${words.ways}
      onChange=${(way: Way) => void set({ events: way })}
    />
    <p class="hint">${callback === null ? words.noCallback : words.callback(callback)}</p>
    <p class="hint">${words.state(gateway.connections, online)}; ${words.budget(gateway.budget)}</p>
    <div class="buttons">
      <button type="button" class="button" onClick=${disturb({ op7: true })}>${words.op7}</button>
      <button type="button" class="button" onClick=${disturb({ cut: true })}>${words.cut}</button>
      <button type="button" class="button" onClick=${disturb({ op9: true })}>${words.op9}</button>
    </div>
    <${Environment} appId=${overview.appId} />
  <//>`;
}

/** What a bot has to be told to take this for QQ. */
function Environment({ appId }: { readonly appId: string }): VNode {
  const { connect: words } = usePageWords().knobs;
  const [copied, setCopied] = useState(false);
  const origin = globalThis.location.origin;
  const lines = [
    `QQ_APP_ID=${appId}`,
    `QQ_API_BASE=${origin}`,
    `QQ_TOKEN_URL=${origin}/app/getAppAccessToken`,
    `# QQ_APP_SECRET: ${words.secret}`,
  ].join("\n");
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(lines);
    setCopied(true);
  };
  return html`<div class="field">
    <span class="label">${words.point}</span>
    <pre class="code" tabindex="0">${lines}</pre>
    <button type="button" class="button" onClick=${() => void copy().catch(() => setCopied(false))}>
      ${copied ? words.copied : words.copy}
    </button>
  </div>`;
}

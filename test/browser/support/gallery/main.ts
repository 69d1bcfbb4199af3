import { html, render } from "htm/preact";
import { Bubble } from "../../../../simulator/page/browser/chat/bubble.ts";
import { Language, type LanguageName } from "../../../../simulator/page/browser/chat/language.ts";
import type { Pressed } from "../../../../simulator/page/browser/chat/press.ts";
import { UserBubble } from "../../../../simulator/page/browser/chat/said.ts";

declare global {
  /** What a test hands the gallery, and reads of it. */
  // oxlint-disable-next-line no-var
  var show: (shown: { readonly bodies: readonly object[]; readonly language: LanguageName }) => void;
  // oxlint-disable-next-line no-var
  var pressed: Pressed[];
}

const root = document.querySelector<HTMLElement>("#app");
globalThis.pressed = [];
globalThis.show = ({ bodies, language }): void => {
  document.documentElement.lang = language;
  if (!root) return;
  render(
    html`<${Language.Provider} value=${language}>
      <main class="chat">
        <h1>Gallery</h1>
        <${UserBubble} text="状态 <b>1</b>" name="小满" at="2026-11-21T10:00:00+08:00" mention />
        ${bodies.map((body) => html`<${Bubble} name="qq-relay" ...${body} onButton=${(one: Pressed) => globalThis.pressed.push(one)} />`)}
      </main>
    <//>`,
    root,
  );
};

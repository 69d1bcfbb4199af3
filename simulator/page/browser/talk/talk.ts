import { html } from "htm/preact";
import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Target } from "../../../scene.ts";
import type { Press, Pressed } from "../chat/press.ts";
import { post } from "../control.ts";
import type { Live } from "../live.ts";
import { usePageWords } from "../words.ts";
import { Composer, firstSpeaker, say } from "./composer.ts";
import { OneEntry } from "./entry.ts";
import { StandingBar } from "./standing-bar.ts";

/** One conversation: what is left, what was said and sent, and where to speak. */
export function Talk({ target, live }: { readonly target: Target; readonly live: Live }): VNode {
  const words = usePageWords();
  const [text, setText] = useState("");
  const [speaker, setSpeaker] = useState(firstSpeaker);
  const { overview, entries } = live;
  const log = useFollowed(entries.length);
  const onButton =
    (messageId: string | undefined): Press =>
    (pressed) =>
      void press(pressed, messageId);
  /** A button tells the bot, a command fills the box, or is sent at once. */
  const press = async ({ id, type, data, enter }: Pressed, messageId: string | undefined): Promise<void> => {
    if (type === 2 && !enter) setText(data);
    else if (type === 2) await say(target, data, speaker);
    else
      await post("press", {
        scene: target.scene,
        target: target.id,
        button_id: id,
        button_data: data,
        ...(messageId !== undefined && { message_id: messageId }),
        ...(speaker.user !== "" && { user: speaker.user }),
      });
  };
  return html`<section class="talk" aria-label=${words.panes.talk}>
    <header class="talk-head">
      <h2>
        <span class="badge" data-scene=${target.scene}>${words.scenes[target.scene]}</span>
        <span class="talk-id">${target.id}</span>
      </h2>
      ${overview?.here && html`<${StandingBar} standing=${overview.here} ahead=${overview.ahead} />`}
    </header>
    <div class="chat log" ref=${log} role="log" tabindex="0" aria-label=${words.log}>
      ${entries.length === 0 && html`<p class="happened"><span>${words.empty}</span></p>`}
      ${entries.map(
        (entry) => html`<${OneEntry} key=${entry.n} entry=${entry} scene=${target.scene} onButton=${onButton} />`,
      )}
    </div>
    <${Composer} target=${target} text=${text} onText=${setText} speaker=${speaker} onSpeaker=${setSpeaker} />
  </section>`;
}

/** How far from its end (px) a log still counts as being followed. */
const near = 80;

/** A log that stays at its end as it grows, unless someone reads further up. */
function useFollowed(length: number) {
  const log = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useLayoutEffect(() => {
    const element = log.current;
    const note = (): void => {
      if (element) follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < near;
    };
    element?.addEventListener("scroll", note);
    return () => element?.removeEventListener("scroll", note);
  }, []);
  useLayoutEffect(() => {
    const element = log.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [length]);
  return log;
}

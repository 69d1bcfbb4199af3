import { html } from "htm/preact";
import type { VNode } from "preact";
import type { Shown } from "../../../live/view.ts";
import type { SceneName } from "../../../scene.ts";
import { Bubble } from "../chat/bubble.ts";
import type { BubbleState } from "../chat/frame.ts";
import type { Press } from "../chat/press.ts";
import { UserBubble } from "../chat/said.ts";
import { post } from "../control.ts";
import { usePageWords, type PageWords } from "../words.ts";

type Sent = Extract<Shown, { kind: "sent" }>;
type Said = Extract<Shown, { kind: "said" }>;
type Happened = Extract<Shown, { kind: "happened" }>;

const botName = "sim-bot";

export type OneEntryProps = {
  readonly entry: Shown;
  readonly scene: SceneName;
  readonly onButton: (messageId: string | undefined) => Press;
};

/** What the bot sent, what someone said, or what happened. */
export function OneEntry({ entry, scene, onButton }: OneEntryProps): VNode {
  switch (entry.kind) {
    case "sent":
      return html`<${SentEntry} entry=${entry} onButton=${onButton} />`;
    case "said":
      return html`<${SaidEntry} entry=${entry} scene=${scene} />`;
    case "happened":
      return html`<${HappenedEntry} entry=${entry} />`;
    default:
      return entry satisfies never;
  }
}

function stateOf({ status, code, audit, recalled, audit_id: audited }: Sent): BubbleState {
  if (status === null) return "lost";
  if (recalled) return "recalled";
  if (audit === "reject") return "refused";
  if (audit === "waiting" || (audit === undefined && audited !== undefined)) return "audit";
  return audit === "pass" || code === 0 ? "sent" : "refused";
}

const isShown = (state: BubbleState): boolean => state === "sent" || state === "recalled";

function noteOf(entry: Sent, state: BubbleState, words: PageWords): string {
  if (state === "lost") return words.cut;
  const permit = words.permits[entry.permit];
  if (isShown(state)) return permit;
  return [entry.code ?? entry.status, entry.message, `· ${permit}`].filter(Boolean).join(" ");
}

function SentEntry({ entry, onButton }: { readonly entry: Sent } & Pick<OneEntryProps, "onButton">): VNode {
  const words = usePageWords();
  const state = stateOf(entry);
  const { body, streamed } = entry;
  const whole = streamed === undefined ? body : { ...(body as object), content_raw: streamed };
  const id = entry.audit === "waiting" ? entry.audit_id : undefined;
  return html`<${Bubble}
      body=${whole}
      picture=${entry.picture}
      at=${entry.at}
      name=${botName}
      state=${state}
      note=${noteOf(entry, state, words)}
      onButton=${isShown(state) ? onButton(entry.id) : undefined}
    />
    ${id !== undefined && html`<${Decision} id=${id} />`}`;
}

/** What an auditor would decide. */
export function Decision({ id }: { readonly id: string }): VNode {
  const words = usePageWords();
  const decide = (pass: boolean) => () => void post("audit", { audit_id: id, pass });
  return html`<div class="decision">
    <button type="button" class="button" onClick=${decide(true)}>${words.pass}</button>
    <button type="button" class="button" onClick=${decide(false)}>${words.reject}</button>
  </div>`;
}

function SaidEntry({ entry, scene }: { readonly entry: Said; readonly scene: SceneName }): VNode {
  const words = usePageWords();
  const { relayStatus: status, mention } = entry;
  const isAlone = scene === "c2c" || scene === "dm";
  return html`<${UserBubble}
    text=${entry.text}
    name=${entry.user}
    at=${entry.at}
    bot=${botName}
    mention=${isAlone ? false : mention}
    note=${heardNote(status, isAlone || mention === true, words)}
  />`;
}

function heardNote(status: number | null | undefined, isAddressed: boolean, words: PageWords): string | undefined {
  if (status === undefined || (status !== null && status < 300)) return undefined;
  if (status !== null) return words.heardBad(status);
  return isAddressed ? words.unheard : words.untold;
}

function HappenedEntry({ entry }: { readonly entry: Happened }): VNode {
  const words = usePageWords();
  const { t, text, button, acknowledged } = entry;
  if (text !== undefined) return html`<${UserBubble} text=${text} name=${t} at=${entry.at} />`;
  const told = [
    button === undefined ? (words.happened[t] ?? t) : `${words.press} ${button}`,
    ...(typeof acknowledged === "number" ? [words.acknowledged(acknowledged)] : []),
    ...(acknowledged === null && button !== undefined ? [words.unacknowledged] : []),
  ];
  return html`<p class="happened"><span>${told.join(" · ")}</span></p>`;
}

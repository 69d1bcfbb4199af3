import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Target } from "../../../scene.ts";
import { post } from "../control.ts";
import { Choice, TextField } from "../parts.ts";
import { usePageWords } from "../words.ts";

type Role = "owner" | "admin" | "member";
type Mention = "bot" | "all" | "none";

/** Who speaks, as who, and to whom. */
export type Speaker = { readonly user: string; readonly role: Role; readonly mention: Mention };

export const firstSpeaker: Speaker = { user: "", role: "owner", mention: "bot" };

const mentions = { bot: true, all: "all", none: false } as const satisfies Record<Mention, boolean | "all">;

/** Speaks in a conversation; the answer is what went wrong, where anything did. */
export async function say(target: Target, text: string, { user, role, mention }: Speaker): Promise<string | undefined> {
  const answer = await post("say", {
    scene: target.scene,
    target: target.id,
    text,
    role,
    mention: mentions[mention],
    ...(user !== "" && { user }),
  });
  return answer.error;
}

export type ComposerProps = {
  readonly target: Target;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly speaker: Speaker;
  readonly onSpeaker: (speaker: Speaker) => void;
};

/** Where a person speaks. */
export function Composer({ target, text, onText, speaker, onSpeaker }: ComposerProps): VNode {
  const words = usePageWords();
  const [error, setError] = useState<string>();
  const send = async (): Promise<void> => {
    if (text.trim() === "") return;
    onText("");
    setError(await say(target, text, speaker));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  };
  return html`<form
    class="composer"
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void send();
    }}
  >
    ${target.scene !== "c2c" && html`<${SpeakerFields} target=${target} speaker=${speaker} onSpeaker=${onSpeaker} />`}
    <div class="composer-line">
      <textarea
        rows="2"
        aria-label=${words.say}
        placeholder=${words.placeholder}
        value=${text}
        onInput=${(event: Event) => onText((event.currentTarget as HTMLTextAreaElement).value)}
        onKeyDown=${onKey}
      ></textarea>
      <button type="submit" class="button button-main">${words.send}</button>
    </div>
    ${error !== undefined && html`<p class="error" role="alert">${words.failed}: ${error}</p>`}
  </form>`;
}

function SpeakerFields({ target, speaker, onSpeaker }: Omit<ComposerProps, "text" | "onText">): VNode {
  const words = usePageWords();
  const change = (changed: Partial<Speaker>): void => onSpeaker({ ...speaker, ...changed });
  const isPublic = target.scene === "group" || target.scene === "channel";
  const usual = target.scene === "group" ? `member-of-${target.id}` : `user-of-${target.id}`;
  return html`<div class="composer-who">
    <${TextField}
      label=${words.as}
      value=${speaker.user}
      placeholder=${usual}
      onInput=${(user: string) => change({ user })}
    />
    <${Choice}
      label=${words.role}
      value=${speaker.role}
      options=${words.roles}
      onChange=${(role: Role) => change({ role })}
    />
    ${
      isPublic &&
      html`<${Choice}
        label=${words.mention}
        value=${speaker.mention}
        options=${words.mentions}
        onChange=${(mention: Mention) => change({ mention })}
      />`
    }
  </div>`;
}

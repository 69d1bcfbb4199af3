import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useState } from "preact/hooks";
import { ask, isFailure } from "../api/ask.ts";
import type { TargetStatus } from "../api/calls.ts";
import { Button } from "../parts/button.ts";
import { Select } from "../parts/choice.ts";
import { Left, Moment } from "../parts/clocks.ts";
import { icon } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import { targetParts } from "../state/short-target.ts";
import type { Words } from "../words.ts";

type MuteTime = keyof Words["conversation"]["muteTimes"];

/** Who asked for quiet, and the way to ask for it, or to end it. */
export function Mutes({ standing }: { readonly standing: TargetStatus }): ComponentChildren {
  const { words, notify, tellFailure } = useShell();
  const [isBusy, setBusy] = useState(false);
  const { target, muted, mutes } = standing;
  if (targetParts(target).unpaired !== undefined) return null;
  const run = async (asked: Promise<object>, done: string): Promise<void> => {
    setBusy(true);
    const answer = await asked;
    setBusy(false);
    if (isFailure(answer)) tellFailure(answer);
    else notify(done);
  };
  const mute = (time: MuteTime | "") => {
    if (time !== "") void run(ask("mute", { target, time }), words.conversation.mutedNow);
  };
  const isMuted = muted !== undefined || mutes.length > 0;
  const times = Object.entries(words.conversation.muteTimes) as [MuteTime, string][];
  return html`<div class=${isMuted ? "mutes mutes-some" : "mutes"}>
    ${
      muted &&
      html`<span class="muted"
        >${icon("mute")}${h(Moment, { at: muted.until, say: muted.all ? words.conversation.mutedAll : words.conversation.muted })}
        ${h(Left, { at: muted.until })}</span
      >`
    }
    ${mutes.map(
      ({ route, until }) =>
        html`<span class="muted" key=${route}
          >${icon("mute")}${h(Moment, { at: until, say: (time) => words.conversation.mutedRoute(route, time) })}</span
        >`,
    )}
    ${
      isMuted
        ? h(
            Button,
            { disabled: isBusy, onPress: () => void run(ask("unmute", { target }), words.conversation.unmutedNow) },
            words.conversation.unmute,
          )
        : h(Select<MuteTime>, {
            label: `${words.conversation.mute}: ${words.conversation.muteHow}`,
            none: words.conversation.mute,
            groups: [{ label: "", options: times.map(([value, text]) => ({ value, text })) }],
            value: "",
            onChoose: mute,
          })
    }
  </div>`;
}

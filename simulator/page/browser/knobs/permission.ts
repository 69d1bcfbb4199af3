import { html } from "htm/preact";
import type { VNode } from "preact";
import { Section, Toggle } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

/** What the conversation that is looked at allows; the bot hears of a change as QQ would tell it. */
export function PermissionKnobs({ overview, target, turn, set }: Knob): VNode {
  const { permission: words } = usePageWords().knobs;
  const { proactive = true, gone = false, muted = false } = overview.here ?? {};
  const { fullGroups } = overview.settings;
  const { scene, id } = target;
  const change = (changed: object): void => void turn("permission", { scene, target: id, tell: true, ...changed });
  const others = fullGroups.filter((group) => group !== id);
  return html`<${Section} title=${words.title} open>
    <${Toggle} label=${words.proactive} on=${proactive} onChange=${(on: boolean) => change({ proactive: on })} />
    <${Toggle} label=${words.here} on=${!gone} onChange=${(on: boolean) => change({ gone: !on })} />
    <${Toggle} label=${words.muted} on=${muted} onChange=${(on: boolean) => change({ muted: on })} />
    ${
      scene === "group" &&
      html`<${Toggle}
        label=${words.full}
        on=${fullGroups.includes(id)}
        onChange=${(on: boolean) => void set({ fullGroups: on ? [...others, id] : others })}
      />`
    }
    ${(scene === "channel" || scene === "dm") && html`<p class="hint">${words.quiet}</p>`}
  <//>`;
}

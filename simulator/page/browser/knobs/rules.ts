import { html } from "htm/preact";
import type { VNode } from "preact";
import type { Settings } from "../../../settings.ts";
import { Section, Toggle } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

/** Settings that are on or off. */
const names = [
  "urlRule",
  "markdown",
  "channelMarkdown",
  "keyboard",
  "ark",
  "onlineRule",
] as const satisfies readonly (keyof Settings)[];

/** What QQ allows in a message. */
export function RuleKnobs({ overview, set }: Knob): VNode {
  const { rules: words } = usePageWords().knobs;
  return html`<${Section} title=${words.title}>
    ${names.map(
      (name) =>
        html`<${Toggle}
          key=${name}
          label=${words[name]}
          on=${overview.settings[name]}
          onChange=${(on: boolean) => void set({ [name]: on })}
        />`,
    )}
  <//>`;
}

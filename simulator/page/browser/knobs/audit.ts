import { html } from "htm/preact";
import type { VNode } from "preact";
import type { Settings } from "../../../settings.ts";
import { Choice, Section } from "../parts.ts";
import { Decision } from "../talk/entry.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

const modes = { off: false, push: true, all: "all" } as const satisfies Record<string, Settings["audit"]>;
type Mode = keyof typeof modes;

const modeOf = (audit: Settings["audit"]): Mode =>
  (Object.keys(modes) as Mode[]).find((mode) => modes[mode] === audit) ?? "off";

/** Whether messages wait for a person, and those that do. */
export function AuditKnobs({ overview, set }: Knob): VNode {
  const page = usePageWords();
  const { audit: words } = page.knobs;
  return html`<${Section} title=${words.title} open=${overview.audits.length > 0}>
    <${Choice}
      label=${words.title}
      value=${modeOf(overview.settings.audit)}
      options=${words.modes}
      onChange=${(mode: Mode) => void set({ audit: modes[mode] })}
    />
    <p class="hint">${words.note}</p>
    <h3>${words.waiting}</h3>
    ${overview.audits.length === 0 && html`<p class="hint">${words.none}</p>`}
    ${overview.audits.map(
      ({ id, scene, target }) =>
        html`<div class="waiting" key=${id}>
          <span>${page.scenes[scene]} ${target}</span>
          <${Decision} id=${id} />
        </div>`,
    )}
  <//>`;
}

import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Overview } from "../../../live/view.ts";
import type { Settings } from "../../../settings.ts";
import type { Target } from "../../../scene.ts";
import { post } from "../control.ts";
import { usePageWords } from "../words.ts";
import { AuditKnobs } from "./audit.ts";
import { ClockKnobs } from "./clock.ts";
import { Connect } from "./connect.ts";
import { FaultKnobs } from "./faults.ts";
import { LimitKnobs } from "./limits.ts";
import { PermissionKnobs } from "./permission.ts";
import { ResetKnob } from "./reset.ts";
import { RuleKnobs } from "./rules.ts";

/** The sections, from top to bottom. */
const sections = [LimitKnobs, PermissionKnobs, AuditKnobs, FaultKnobs, RuleKnobs, ClockKnobs, Connect, ResetKnob];

/** How the platform behaves, to be turned. */
export function Panel({ overview, target }: { readonly overview: Overview; readonly target: Target }): VNode {
  const words = usePageWords();
  const [error, setError] = useState<string>();
  const turn = async (name: string, body: object) => {
    const answer = await post(name, body);
    setError(answer.error);
    return answer;
  };
  const set = (changed: Partial<Settings>) => turn("settings", changed);
  return html`<aside class="knobs" aria-label=${words.panes.knobs}>
    <h2>${words.panes.knobs}</h2>
    ${error !== undefined && html`<p class="error" role="alert">${words.failed}: ${error}</p>`}
    ${sections.map((Knob) => html`<${Knob} overview=${overview} target=${target} turn=${turn} set=${set} />`)}
  </aside>`;
}

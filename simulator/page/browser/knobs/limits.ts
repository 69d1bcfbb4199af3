import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Settings } from "../../../settings.ts";
import type { SceneName } from "../../../scene.ts";
import { Choice, Section, TextField, Toggle } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";
import { readCount } from "./read-count.ts";

type Limits = Settings["limits"];
type Override = NonNullable<Limits["override"][SceneName]>;

/** The preset, and what is otherwise in the scene that is looked at. */
export function LimitKnobs({ overview, target, set }: Knob): VNode {
  const page = usePageWords();
  const { limits: words } = page.knobs;
  const { limits, certified, sandbox } = overview.settings;
  return html`<${Section} title=${words.title} open>
    <${Choice}
      label=${words.preset}
      value=${limits.preset}
      options=${words.presets}
      onChange=${(preset: Limits["preset"]) => void set({ limits: { ...limits, preset, override: {} } })}
    />
    <${OverrideFields}
      key=${`${target.scene} ${JSON.stringify(limits)}`}
      scene=${target.scene}
      override=${limits.override[target.scene] ?? {}}
      onApply=${(override: Override) =>
        void set({ limits: { ...limits, override: { ...limits.override, [target.scene]: override } } })}
    />
    <${Toggle} label=${words.certified} on=${certified} onChange=${(on: boolean) => void set({ certified: on })} />
    <${Toggle} label=${words.sandbox} on=${sandbox} onChange=${(on: boolean) => void set({ sandbox: on })} />
  <//>`;
}

type OverrideFieldsProps = {
  readonly scene: SceneName;
  readonly override: Override;
  readonly onApply: (override: Override) => void;
};

const shown = (value: number | null | undefined): string => (value === null ? "*" : String(value ?? ""));

function OverrideFields({ scene, override, onApply }: OverrideFieldsProps): VNode {
  const page = usePageWords();
  const { limits: words } = page.knobs;
  const { proactive, reply } = override;
  const [count, setCount] = useState(typeof proactive === "object" && proactive !== null ? "" : shown(proactive));
  const [minutes, setMinutes] = useState(shown(reply?.minutes));
  const [times, setTimes] = useState(shown(reply?.times));
  const apply = (event: Event): void => {
    event.preventDefault();
    const [pushes, replies, length] = [readCount(count), readCount(times), Number(minutes)];
    onApply({
      ...(pushes !== undefined && { proactive: pushes }),
      reply: { ...(length > 0 && { minutes: length }), ...(replies !== undefined && { times: replies }) },
    });
  };
  return html`<form class="grid" onSubmit=${apply}>
    <p class="hint">${page.scenes[scene]}: ${words.unlimited}</p>
    <${TextField} label=${words.proactive} value=${count} onInput=${setCount} placeholder=${words.asPreset} />
    <${TextField} label=${words.minutes} value=${minutes} onInput=${setMinutes} placeholder=${words.asPreset} numeric />
    <${TextField} label=${words.times} value=${times} onInput=${setTimes} placeholder=${words.asPreset} />
    <button type="submit" class="button">${words.apply}</button>
  </form>`;
}

import { html } from "htm/preact";
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { Choice, Section, TextField } from "../parts.ts";
import { usePageWords } from "../words.ts";
import type { Knob } from "./knob.ts";

type Kind = "code" | "status" | "after" | "before" | "delay";

/** Each kind as the control takes it; some need a number, with what it is at first. */
const kinds = {
  code: { first: "304082", read: (value: number) => ({ code: value }) },
  status: { first: "502", read: (value: number) => ({ status: value }) },
  after: { first: undefined, read: () => ({ drop: "after" }) },
  before: { first: undefined, read: () => ({ drop: "before" }) },
  delay: { first: "2000", read: (value: number) => ({ delayMs: value }) },
} as const satisfies Record<Kind, { first: string | undefined; read: (value: number) => object }>;

const hasValue = (kind: Kind): kind is "code" | "status" | "delay" => kinds[kind].first !== undefined;

/** What goes wrong with the next sends. */
export function FaultKnobs({ overview, turn }: Knob): VNode {
  const { faults: words } = usePageWords().knobs;
  const [kind, setKind] = useState<Kind>("code");
  const [value, setValue] = useState<string>(kinds.code.first);
  const [times, setTimes] = useState("1");
  const choose = (next: Kind): void => {
    setKind(next);
    setValue(kinds[next].first ?? "");
  };
  const add = (event: Event): void => {
    event.preventDefault();
    void turn("faults", { times: Number(times), ...kinds[kind].read(Number(value)) });
  };
  return html`<${Section} title=${words.title}>
    <form class="grid" onSubmit=${add}>
      <${Choice} label=${words.kind} value=${kind} options=${words.kinds} onChange=${choose} />
      ${hasValue(kind) && html`<${TextField} label=${words.value[kind]} value=${value} onInput=${setValue} numeric />`}
      <${TextField} label=${words.times} value=${times} onInput=${setTimes} numeric />
      <button type="submit" class="button">${words.add}</button>
    </form>
    ${overview.faults.length === 0 && html`<p class="hint">${words.none}</p>`}
    <ul class="plain">
      ${overview.faults.map((fault) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}
    </ul>
    ${
      overview.faults.length > 0 &&
      html`<button type="button" class="button" onClick=${() => void turn("no-faults", {})}>${words.clear}</button>`
    }
  <//>`;
}

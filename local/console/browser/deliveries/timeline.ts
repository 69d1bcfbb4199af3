import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { Step } from "../api/calls.ts";
import { CopyButton } from "../parts/button.ts";
import { Moment } from "../parts/clocks.ts";
import { HeldLine } from "../parts/held-line.ts";
import { stateMark } from "../parts/marks.ts";
import { useShell } from "../shell.ts";
import type { Words } from "../words.ts";

/** A delivery's way, step by step. */
export function Timeline({ steps }: { readonly steps: readonly Step[] }): ComponentChildren {
  const { words } = useShell();
  return html`<ol class="timeline">
    ${steps.map(
      (step) =>
        html`<li key=${step.step} class=${`step step-${step.step} ${isRefusal(step) ? "step-bad" : ""}`}>
          <div class="step-head">
            <strong>${words.detail.steps[step.step]}</strong>
            ${"at" in step && step.at !== undefined && h(Moment, { at: step.at, seconds: true })}
          </div>
          <div class="step-facts">${facts(step, words)}</div>
        </li>`,
    )}
  </ol>`;
}

const isRefusal = (step: Step): boolean => step.step === "answered" && (step.status ?? 200) >= 300;

function facts(step: Step, words: Words) {
  switch (step.step) {
    case "accepted":
      return step.route;
    case "claimed":
      return `${words.detail.by[step.by]} · ${words.detail.attempt(step.attempt)}`;
    case "answered":
      return answered(step, words);
    case "settled":
      return html`${stateMark(step.state, words)} ${step.note !== undefined && html`<span>${step.note}</span>`}
      ${idOf(words.detail.messageId, step.messageId)} ${idOf(words.detail.auditId, step.auditId)}`;
    default:
      return h(HeldLine, { held: step });
  }
}

function answered({ status, code, message, traceId, repairs }: Extract<Step, { step: "answered" }>, words: Words) {
  const told = [
    ...(status === undefined ? [] : [words.detail.status(status)]),
    ...(code === undefined || code === 0 ? [] : [words.detail.code(code)]),
    ...(message === undefined ? [] : [message]),
  ];
  return html`<span>${told.join(" · ")}</span> ${idOf(words.detail.traceId, traceId)}
    ${repairs && repairs.length > 0 && html`<span>${words.detail.repairs(repairs.join(", "))}</span>`}`;
}

const idOf = (label: string, id: string | undefined) =>
  id !== undefined &&
  html`<span class="step-id"
    ><code title=${label}>${id}</code>${h(CopyButton, { text: id, label: `${label} ${id}`, iconOnly: true })}</span
  >`;

import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { Preview, RouteFacts } from "../api/calls.ts";
import type { Asked } from "../hooks/use-asked.ts";
import { Empty } from "../parts/empty.ts";
import { icon } from "../parts/icon.ts";
import { useShell } from "../shell.ts";
import { inLanguage } from "../state/in-language.ts";
import { ToldPreview } from "./told-preview.ts";

type ResultProps = {
  readonly preview: Asked<Preview>;
  readonly route: RouteFacts | undefined;
  readonly isEmpty: boolean;
};

/** What a request would become: the message, or why there would be none. */
export function Result({ preview: { answer, failure, isLoading }, route, isEmpty }: ResultProps): ComponentChildren {
  const { words, language } = useShell();
  if (isEmpty) return h(Empty, { icon: "flask", title: words.playground.empty });
  return html`<div class="result" aria-busy=${isLoading}>
    ${failure && html`<p class="verdict tone-bad" role="alert">${icon("cross")}<span>${failure.message === "" ? words.errors.unreachable : inLanguage(failure.message, language)}</span></p>`}
    ${!failure && answer && h(Verdict, { answer, route })}
  </div>`;
}

function Verdict({
  answer,
  route,
}: {
  readonly answer: Preview;
  readonly route: RouteFacts | undefined;
}): ComponentChildren {
  const { words, language } = useShell();
  const faults = "faults" in answer ? answer.faults : [];
  return html`${faults.map(
    ({ function: name, reason }) =>
      html`<p class="verdict tone-wait" key=${name}>
        ${icon("warning")}<span>${words.playground.fault(name, reason)}</span>
      </p>`,
  )}
  ${answer.kind === "told" && h(ToldPreview, { told: answer, route })}
  ${
    answer.kind === "silent" &&
    html`<p class="verdict tone-calm">
      ${icon("mute")}<span
        ><strong>${words.playground.silent}</strong
        ><br />${words.playground.silentWhy(answer.event, answer.reason)}</span
      >
    </p>`
  }
  ${
    answer.kind === "refused" &&
    html`<p class="verdict tone-bad">
      ${icon("cross")}<span
        ><strong>${words.playground.refused}</strong><br />${inLanguage(answer.message, language)}</span
      >
    </p>`
  }`;
}

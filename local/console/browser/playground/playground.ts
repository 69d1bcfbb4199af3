import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { ask } from "../api/ask.ts";
import type { Overview, SourceName } from "../api/calls.ts";
import { useAsked } from "../hooks/use-asked.ts";
import { useDebounced } from "../hooks/use-debounced.ts";
import { Select } from "../parts/choice.ts";
import { useShell } from "../shell.ts";
import type { Draft } from "../state/draft.ts";
import { type Pasted, pastedOf, requestOfPasted } from "../state/pasted.ts";
import { PushButton } from "./push-button.ts";
import { RequestEditor } from "./request-editor.ts";
import { Result } from "./result.ts";

type PlaygroundProps = { readonly draft: Draft; readonly setDraft: (draft: Draft) => void };

/** A pause in typing (ms) after which what was typed is looked at. */
const pause = 250;

/** A request, as it is pasted or as a sample has it, and what it looks like in QQ. */
export function Playground({ draft, setDraft }: PlaygroundProps): ComponentChildren {
  const { words, language, overview } = useShell();
  const { answer: samples } = useAsked("samples", () => ask("samples", {}));
  const first = overview?.routes[0];
  const as = draft.as || (first ? `route:${first.name}` : "source:generic");
  const meant = readAs(as);
  const route = overview?.routes.find(({ name }) => name === meant.route);
  const settled = useDebounced(draft.pasted, pause);
  const isEmpty = settled.body.trim() === "" && settled.query === "";
  const preview = useAsked(isEmpty ? undefined : JSON.stringify([as, settled, language]), () =>
    ask("preview", { ...meant, request: requestOfPasted(settled), ...(meant.source !== undefined && { language }) }),
  );
  const fitting = samples?.samples.filter(({ source }) => sourcesMeant(meant, overview).includes(source)) ?? [];
  const choose = (id: string): void => {
    const sample = fitting.find((each) => each.id === id);
    setDraft({ as, sample: id, pasted: sample ? pastedOf(sample.request) : draft.pasted });
  };
  const change = (pasted: Pasted): void => setDraft({ as, sample: "", pasted });
  return html`<div class="playground">
    <div class="play-pick">
      <label class="field">
        <span>${words.playground.as}</span>
        ${h(Select, {
          label: words.playground.as,
          groups: groupsOf(overview, words.playground, words.scenes),
          value: as,
          onChoose: (next) => setDraft({ ...draft, as: next }),
        })}
      </label>
      <label class="field">
        <span>${words.playground.sample}</span>
        ${h(Select, {
          label: words.playground.sample,
          none: fitting.length === 0 ? words.playground.noSample : words.playground.pickSample,
          groups: [{ label: "", options: fitting.map(({ id, name }) => ({ value: id, text: name[language] })) }],
          value: draft.sample,
          onChoose: choose,
        })}
      </label>
    </div>
    ${h(RequestEditor, { pasted: draft.pasted, onChange: change })} ${h(PushButton, { route, pasted: draft.pasted })}
    ${h(Result, { preview, route, isEmpty })}
  </div>`;
}

type Meant = { readonly route?: string; readonly source?: SourceName };

function readAs(as: string): Meant {
  const at = as.indexOf(":");
  const name = as.slice(at + 1);
  return as.slice(0, at) === "route" ? { route: name } : { source: name as SourceName };
}

function sourcesMeant({ route, source }: Meant, overview: Overview | undefined): readonly string[] {
  if (source !== undefined) return [source];
  return overview?.routes.find(({ name }) => name === route)?.sources ?? [];
}

type PlayWords = ReturnType<typeof useShell>["words"];

const groupsOf = (overview: Overview | undefined, words: PlayWords["playground"], scenes: PlayWords["scenes"]) => [
  {
    label: words.routes,
    options: (overview?.routes ?? []).map(({ name, scene, sources }) => ({
      value: `route:${name}`,
      text: `${name} · ${sources.join(", ")} → ${scenes[scene]}`,
    })),
  },
  {
    label: words.sources,
    options: (overview?.sources ?? []).map(({ name }) => ({ value: `source:${name}`, text: name })),
  },
];

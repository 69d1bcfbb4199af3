import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import type { Method } from "../api/calls.ts";
import { Choice } from "../parts/choice.ts";
import { Button } from "../parts/button.ts";
import { useShell } from "../shell.ts";
import { layOut, type Pasted } from "../state/pasted.ts";

type RequestEditorProps = { readonly pasted: Pasted; readonly onChange: (pasted: Pasted) => void };

const methods: readonly Method[] = ["POST", "GET", "PUT"];

type Typed = { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

/** A request to be edited: its body, and folded away all that most do not need. */
export function RequestEditor({ pasted, onChange }: RequestEditorProps): ComponentChildren {
  const { words } = useShell();
  const { method, path, query, headers, body } = pasted;
  const set =
    (name: "path" | "query" | "headers" | "body") =>
    ({ currentTarget }: Typed) =>
      onChange({ ...pasted, [name]: currentTarget.value });
  const laidOut = layOut(body);
  return html`<div class="editor">
    <label class="field">
      <span>${words.playground.body}</span>
      <textarea
        class="code"
        rows="7"
        spellcheck=${false}
        placeholder=${words.playground.bodyHow}
        value=${body}
        onInput=${set("body")}
      ></textarea>
    </label>
    <details class="fold">
      <summary>${words.playground.request}</summary>
      <div class="fold-body">
        ${h(Choice<Method>, {
          label: words.playground.method,
          options: methods.map((value) => ({ value, text: value })),
          value: method,
          onChoose: (method) => onChange({ ...pasted, method }),
        })}
        <div class="fields-row">
          <label class="field"
            ><span>${words.playground.path}</span><input class="code" type="text" value=${path} onInput=${set("path")}
          /></label>
          <label class="field"
            ><span>${words.playground.query}</span
            ><input class="code" type="text" value=${query} onInput=${set("query")}
          /></label>
        </div>
        <label class="field">
          <span>${words.playground.headers}</span>
          <textarea class="code" rows="3" spellcheck=${false} value=${headers} onInput=${set("headers")}></textarea>
        </label>
        ${laidOut !== body && h(Button, { onPress: () => onChange({ ...pasted, body: laidOut }) }, words.playground.layOut)}
      </div>
    </details>
  </div>`;
}

import { html } from "htm/preact";
import { type ComponentChildren, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask, type Failure, isFailure } from "../api/ask.ts";
import type { Answer, RouteFacts } from "../api/calls.ts";
import { Button } from "../parts/button.ts";
import { useShell } from "../shell.ts";
import { inLanguage } from "../state/in-language.ts";
import { type Pasted, requestOfPasted } from "../state/pasted.ts";

type PushButtonProps = {
  /** Undefined where only a format is looked at. */ readonly route: RouteFacts | undefined;
  readonly pasted: Pasted;
};

/** Sends what is tried, signed as the route's sender would, and shows how the relay answered. */
export function PushButton({ route, pasted }: PushButtonProps): ComponentChildren {
  const { words, language, overview, setView } = useShell();
  const [told, setTold] = useState<Answer<"push"> | Failure>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setTold(undefined), [route?.name]);
  const isEmpty = pasted.body.trim() === "" && pasted.query === "";
  const push = async (): Promise<void> => {
    if (!route) return;
    setBusy(true);
    const answer = await ask("push", { route: route.name, request: requestOfPasted(pasted) });
    setBusy(false);
    setTold(answer);
    const target = isFailure(answer) ? undefined : firstTarget(answer.body);
    if (target !== undefined) setView({ conversation: target });
  };
  const isDeployed = overview?.mode === "deployed";
  return html`<div class="push">
    ${h(
      Button,
      { kind: "main", icon: "send", disabled: !route || isEmpty || isBusy || isDeployed, onPress: () => void push() },
      words.playground.push,
    )}
    <span class="hint">${hintOf(route, isDeployed, words)}</span>
    <div class="push-answer" role="status">
      ${told && html`<p class=${isTaken(told) ? "tone-good" : "tone-bad"}>${say(told)}</p>`}
    </div>
  </div>`;

  function say(answer: Answer<"push"> | Failure) {
    if (isFailure(answer))
      return answer.message === "" ? words.errors.unreachable : inLanguage(answer.message, language);
    return html`${words.playground.pushed(answer.status)} <code class="answer">${oneLine(answer.body)}</code>`;
  }
}

function hintOf(
  route: RouteFacts | undefined,
  isDeployed: boolean,
  words: ReturnType<typeof useShell>["words"],
): string {
  if (isDeployed) return words.playground.unavailable;
  return route ? words.playground.pushHow(route.name) : words.playground.onlyRoutes;
}

const isTaken = (answer: Answer<"push"> | Failure): boolean => !isFailure(answer) && answer.status < 300;

const oneLine = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body)).slice(0, 400);

/** Where the first delivery of an answer goes, of senders whose own words do not hide it. */
function firstTarget(body: unknown): string | undefined {
  const { deliveries } = Object(body) as { readonly deliveries?: readonly { readonly target?: unknown }[] };
  const target = Array.isArray(deliveries) ? deliveries[0]?.target : undefined;
  return typeof target === "string" ? target : undefined;
}

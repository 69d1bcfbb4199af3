import { answerRefusal, ok, type Answer } from "./answer.ts";
import { refuse } from "./refusal.ts";
import { isV2, type Target } from "./scene.ts";
import { textOf, type Data } from "./subject.ts";

/** Messages in guilds as QQ shows them, by id: the bot's own and those of people. */
export type Shown = Map<string, { readonly target: Target; readonly message: Data }>;

export function show(shown: Shown, target: Target, message: Data): void {
  const id = textOf(message, "id");
  if (!isV2(target.scene) && id !== undefined) shown.set(id, { target, message });
}

/** One message of a channel; the form is that of QQ's pages on its SDKs, for the code of one that is not there no page has a word. */
export function tellMessageOf(shown: Shown, channel: string, id: string): Answer {
  const found = shown.get(id);
  return found?.target.scene === "channel" && found.target.id === channel
    ? ok({ message: found.message })
    : answerRefusal(refuse(306002), "channel");
}

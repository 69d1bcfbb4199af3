import { failed, type Answer } from "./answer.ts";

/** A button press that the bot has to acknowledge, and its code once it did. */
type Interaction = { readonly id: string; readonly type: number; readonly acknowledged: number | null };

export type Interactions = Map<string, Interaction>;

const refusal = (message: string): Answer => ({ kind: "error", status: 400, code: 630001, message });

/** Only message buttons (11) and the c2c quick menu (12) are acknowledged, and once. */
export function acknowledge(interactions: Interactions, id: string, body: unknown): Answer {
  const interaction = interactions.get(id);
  const code = (body as { code?: unknown } | undefined)?.code;
  if (!interaction) return refusal("interaction not found");
  if (interaction.type !== 11 && interaction.type !== 12) return refusal("this interaction takes no answer");
  if (interaction.acknowledged !== null) return refusal("interaction already answered");
  if (typeof code !== "number" || !Number.isInteger(code) || code < 0 || code > 5)
    return failed(400, "code must be 0 to 5");
  interactions.set(id, { ...interaction, acknowledged: code });
  return { kind: "empty", status: 204 };
}

import type { PresetName } from "../../lib/model/limits.ts";
import type { Target } from "../../lib/model/target.ts";
import { takeSend } from "../../simulator/send.ts";
import { defaultSettings } from "../../simulator/settings.ts";
import { emptyState } from "../../simulator/state.ts";
import { openWindow } from "../../simulator/windows.ts";

/** QQ without its HTTP: the simulator's own judgement and counts, which share nothing with the relay's. */
export type SimulatedQq = {
  /** Someone speaks: replies may hang on the message. */
  readonly applyEvent: (target: Target, messageId: string, at: number) => void;
  /** Judges and counts a message. `code` is QQ's where it refuses. */
  readonly take: (
    target: Target,
    body: Readonly<Record<string, unknown>>,
    at: number,
  ) => { readonly kind: "taken" } | { readonly kind: "refused"; readonly code: number | undefined };
};

export function openQq(preset: PresetName): SimulatedQq {
  const state = emptyState();
  state.settings = { ...defaultSettings, limits: { preset, override: {} } };
  return {
    applyEvent: ({ scene, id }, messageId, openedAt) =>
      openWindow(state.anchors, { kind: "msg", id: messageId }, { scene, target: id, openedAt }),
    take: ({ scene, id }, body, at) => {
      const answer = takeSend(state, { scene, id }, body, at);
      if (answer.kind === "json") return { kind: "taken" };
      return { kind: "refused", code: answer.kind === "error" ? answer.code : undefined };
    },
  };
}

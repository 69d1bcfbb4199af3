import type { Envelope } from "../../lib/qq/callback/envelope.ts";
import type { PresetName } from "../../lib/model/limits.ts";
import type { Target } from "../../lib/model/target.ts";
import { writeAnswer } from "../../simulator/answer.ts";
import { applyEvent } from "../../simulator/effects.ts";
import { tellMessage } from "../../simulator/say.ts";
import { takeSend } from "../../simulator/send.ts";
import { defaultSettings } from "../../simulator/settings.ts";
import { emptyState } from "../../simulator/state.ts";

/** QQ's answer to a send as it would come over HTTP; `code` where it refuses. */
export type Answered = { readonly status: number; readonly text: string; readonly code?: number };

/** QQ without its HTTP: the simulator's own judgement and counts, which share nothing with the relay's. */
export type SimulatedQq = {
  /** Someone speaks: the event that QQ tells the relay of it. */
  readonly hear: (target: Target, messageId: string, at: number) => Envelope;
  /** Judges and counts a message. */
  readonly take: (target: Target, body: Readonly<Record<string, unknown>>, at: number) => Answered;
};

export function openQq(preset: PresetName): SimulatedQq {
  const state = emptyState();
  state.settings = { ...defaultSettings, limits: { preset, override: {} } };
  return {
    hear: ({ scene, id }, messageId, at) => {
      const say = {
        scene,
        target: id,
        text: "在吗",
        role: "owner",
        mention: true,
        signature: "good",
        msg_id: messageId,
      } as const;
      const { t, d } = tellMessage(say, state, at);
      applyEvent(state, { t, d, id: `${t}:${messageId}` }, at);
      return { id: `${t}:${messageId}`, type: t, data: d };
    },
    take: ({ scene, id }, body, at) => {
      const answer = takeSend(state, { scene, id }, body, at);
      if (answer.kind === "cut") throw new Error("the simulator cut a connection, and no fault was asked for");
      const code = answer.kind === "error" ? { code: answer.code ?? 0 } : {};
      return { status: answer.status, text: writeAnswer(answer, "simulated") ?? "", ...code };
    },
  };
}

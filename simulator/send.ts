import { randomUUID } from "node:crypto";
import { answerRefusal, type Answer } from "./answer.ts";
import { takeUp } from "./count.ts";
import { texts } from "./errors.ts";
import { findRefusal } from "./judge.ts";
import { homeOf } from "./places.ts";
import { readSend, type Send } from "./rules/send.ts";
import { isV2, type Target } from "./scene.ts";
import { tellSent } from "./sent.ts";
import type { State } from "./state.ts";

/** One call of a send endpoint: judged by every rule, then counted. A refused one uses up nothing. */
export function takeSend(state: State, target: Target, body: Readonly<Record<string, unknown>>, now: number): Answer {
  const send = readSend(target, body);
  if (send.kind === "refusal") return answerRefusal(send, target.scene);
  const refusal = findRefusal(state, send, now);
  if (refusal) return answerRefusal(refusal, target.scene);
  const refund = takeUp(state, send, now);
  return isAudited(state, send) ? holdForAudit(state, send, refund, now) : tellSent(state, send, now);
}

const isAudited = ({ settings }: State, { target, anchor }: Send): boolean =>
  !isV2(target.scene) && (settings.audit === "all" || (settings.audit && !anchor));

function holdForAudit(state: State, { target, anchor }: Send, refund: () => void, now: number): Answer {
  const id = randomUUID();
  const guild = homeOf(state.places, state.settings.guilds, target);
  state.audits.set(id, { id, target, guild, createdAt: now, refund });
  const code = anchor ? 304024 : 304023;
  return { kind: "error", status: state.settings.auditStatus, code, message: texts[code] ?? "", auditId: id };
}

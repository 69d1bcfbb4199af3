import { randomUUID } from "node:crypto";
import { answerRefusal, type Answer } from "./answer.ts";
import { texts } from "./errors.ts";
import { findFileFault } from "./files.ts";
import { resolveLimits } from "./limits-setting.ts";
import { findPermissionFault } from "./permission.ts";
import { guildOf, isForeign } from "./places.ts";
import { countSend, findUsedUp, refundSend, type Owners, type Sent } from "./quota.ts";
import { isRefusal, refuse, type Refusal } from "./refusal.ts";
import { findGuildFault } from "./rules/guild.ts";
import { findLengthFault } from "./rules/length.ts";
import { findLinkFault } from "./rules/links.ts";
import { readSend, type Send } from "./rules/send.ts";
import { findV2Fault } from "./rules/v2.ts";
import { isV2, targetKey, type Target } from "./scene.ts";
import type { State } from "./state.ts";
import { tellSent } from "./sent.ts";
import { findWakeupFault, takeWakeup } from "./wakeup.ts";
import { anchorKey, findWindowFault } from "./windows.ts";

/** One call of a send endpoint: judged by every rule, then counted. A refused one uses up nothing. */
export function takeSend(state: State, target: Target, body: Readonly<Record<string, unknown>>, now: number): Answer {
  const send = readSend(target, body);
  const refusal = isRefusal(send) ? send : findRefusal(state, send, now);
  if (isRefusal(send) || refusal) return answerRefusal(refusal ?? {}, target.scene);
  const refund = takeUp(state, send, now);
  return isAudited(state, send) ? holdForAudit(state, send, refund, now) : tellSent(state, send, now);
}

/** The first "no". A repeated reply is told so before anything else: it proves that the first one arrived. */
function findRefusal(state: State, send: Send, now: number): Refusal | undefined {
  const { target, anchor, fields } = send;
  const { settings } = state;
  const guild = guildOf(state.places, settings.guilds, target);
  const place = guild === undefined ? target : { ...target, guild };
  const limits = resolveLimits(settings.limits)[target.scene];
  if (isRepeated(state, send)) return refuse(40054005);
  if (settings.strictTargets && isForeign(state.places, target)) return { detail: "请求的资源不存在(用户/群已注销)" };
  return (
    findPermissionFault(state.permissions, place, !anchor, settings.closedGuilds) ??
    (anchor && findWindowFault(state.anchors, anchor, place, limits.reply, settings.windowCode, now)) ??
    (isV2(target.scene) ? findV2Fault(send, settings) : findGuildFault(send, settings)) ??
    findLinkFault(send, settings) ??
    findLengthFault(send, settings) ??
    (isV2(target.scene) && fields.media
      ? findFileFault(state.files, target.scene, fields.media["file_info"], now)
      : undefined) ??
    (send.wakeup ? (limits.wakeup ? findWakeupFault(state.chats, target.id, now) : refuse(40034123)) : undefined) ??
    findQuotaFault(state, send, now)
  );
}

/** c2c and group deduplicate by anchor and msg_seq; the guild API does not. */
const isRepeated = (state: State, { target, anchor, seq }: Send): boolean =>
  anchor !== undefined && isV2(target.scene) && Boolean(state.anchors.get(anchorKey(anchor))?.seqs.has(seq));

/** A monthly count of 0 is how push was withdrawn in 2025: QQ then spoke of permission, not of a limit. */
function findQuotaFault(state: State, send: Send, now: number): Refusal | undefined {
  const { settings, sends } = state;
  const { rules } = resolveLimits(settings.limits)[send.target.scene];
  if (settings.sandbox) return undefined;
  const rule = findUsedUp(sends, ownersOf(state, send.target), rules, settings.certified, sentOf(send, now));
  return rule?.max === 0 && isV2(send.target.scene) ? refuse(40034102) : rule?.refusal;
}

/** DMs are counted by their user where an event told who it is. */
function ownersOf(state: State, target: Target): Owners {
  const guild = target.scene === "channel" ? guildOf(state.places, state.settings.guilds, target) : undefined;
  const user = target.scene === "dm" ? state.places.get(targetKey(target))?.user : undefined;
  return {
    target: `${target.scene}/target/${user ?? target.id}`,
    bot: `${target.scene}/bot`,
    ...(guild !== undefined && { guild: `${target.scene}/guild/${guild}` }),
  };
}

const sentOf = ({ target, anchor, wakeup }: Send, now: number): Sent => ({
  at: now,
  kind: anchor ? "reply" : wakeup ? "wakeup" : "proactive",
  target: target.id,
});

/** Counts an accepted message everywhere at once; the answer undoes it. */
function takeUp(state: State, send: Send, now: number): () => void {
  const owners = ownersOf(state, send.target);
  const sent = sentOf(send, now);
  countSend(state.sends, owners, sent);
  if (send.wakeup) takeWakeup(state.chats, send.target.id, now);
  const window = send.anchor && state.anchors.get(anchorKey(send.anchor));
  if (window) {
    window.used += 1;
    window.seqs.add(send.seq);
  }
  return () => refundSend(state.sends, owners, sent);
}

const isAudited = ({ settings }: State, { target, anchor }: Send): boolean =>
  !isV2(target.scene) && (settings.audit === "all" || (settings.audit && !anchor));

function holdForAudit(state: State, { target, anchor }: Send, refund: () => void, now: number): Answer {
  const id = randomUUID();
  const guild = guildOf(state.places, state.settings.guilds, target) ?? target.id;
  state.audits.set(id, { id, target, guild, createdAt: now, refund });
  const code = anchor ? 304024 : 304023;
  return { kind: "error", status: state.settings.auditStatus, code, message: texts[code] ?? "", auditId: id };
}

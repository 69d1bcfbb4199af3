import { ownersOf, sentOf } from "./count.ts";
import { findFileFault } from "./files.ts";
import { isOnline } from "./gateway/gateway.ts";
import { resolveLimits } from "./limits-setting.ts";
import { findPermissionFault } from "./permission.ts";
import { guildOf, isForeign } from "./places.ts";
import { findUsedUp } from "./quota.ts";
import { refuse, type Refusal } from "./refusal.ts";
import { findGuildFault } from "./rules/guild.ts";
import { findLengthFault } from "./rules/length.ts";
import { findLinkFault } from "./rules/links.ts";
import type { Send } from "./rules/send.ts";
import { findV2Fault } from "./rules/v2.ts";
import { isV2 } from "./scene.ts";
import type { State } from "./state.ts";
import { findWakeupFault } from "./wakeup.ts";
import { findWindowFault, isRepeated } from "./windows.ts";

/** The first "no" to a send. A repeated reply is told so before all else: that proves that the first one arrived. */
export function findRefusal(state: State, send: Send, now: number): Refusal | undefined {
  const { target, anchor } = send;
  const { settings } = state;
  const guild = guildOf(state.places, settings.guilds, target);
  const place = guild === undefined ? target : { ...target, guild };
  const limits = { ...resolveLimits(settings.limits)[target.scene].reply, expiredCode: settings.windowCode };
  if (anchor && isRepeated(state.anchors, anchor, target, send.seq)) return refuse(40054005);
  if (settings.strictTargets && isForeign(state.places, target))
    return { kind: "refusal", detail: "请求的资源不存在(用户/群已注销)" };
  if (settings.onlineRule && !isV2(target.scene) && !anchor && !isOnline(state.gateway)) return refuse(304018);
  return (
    findPermissionFault(state.permissions, place, !anchor, settings.closedGuilds) ??
    (anchor && findWindowFault(state.anchors, anchor, place, limits, now)) ??
    (isV2(target.scene) ? findV2Fault(send, settings) : findGuildFault(send, settings)) ??
    findLengthFault(send, settings) ??
    findLinkFault(send, settings) ??
    findMediaFault(state, send, now) ??
    findWakeFault(state, send, now) ??
    findQuotaFault(state, send, now)
  );
}

const findMediaFault = ({ files }: State, { target, fields }: Send, now: number): Refusal | undefined =>
  isV2(target.scene) && fields.media ? findFileFault(files, target.scene, fields.media["file_info"], now) : undefined;

function findWakeFault({ chats, settings }: State, { target, wakeup }: Send, now: number): Refusal | undefined {
  if (!wakeup) return undefined;
  return resolveLimits(settings.limits)[target.scene].wakeup
    ? findWakeupFault(chats, target.id, now)
    : refuse(40034123);
}

/** A count of 0 is how push was withdrawn in 2025: in c2c and group QQ then spoke of permission, not of a limit. */
function findQuotaFault(state: State, send: Send, now: number): Refusal | undefined {
  const { settings, sends } = state;
  const { rules } = resolveLimits(settings.limits)[send.target.scene];
  if (settings.sandbox) return undefined;
  const rule = findUsedUp(sends, ownersOf(state, send.target), rules, settings.certified, sentOf(send, now));
  if (!rule) return undefined;
  return rule.max === 0 && isV2(send.target.scene) ? refuse(40034102) : { kind: "refusal", ...rule.refusal };
}

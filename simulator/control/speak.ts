import { randomUUID } from "node:crypto";
import * as z from "zod";
import { ok } from "../answer.ts";
import { checkAddress } from "../check.ts";
import { tellDecision } from "../audit.ts";
import { emit, wayOf } from "../emit.ts";
import { isOnline } from "../gateway/gateway.ts";
import { hintOf } from "../hint.ts";
import { isTold, Say, tellMessage } from "../say.ts";
import { Press, tellPress } from "../press.ts";
import { recordSaid } from "../record.ts";
import { isV2 } from "../scene.ts";
import { newMessageId } from "../sent.ts";
import type { World } from "../state.ts";
import { post, refuseControl, type Endpoint } from "./endpoint.ts";

const QqEvent = z.object({
  t: z.string().min(1),
  d: z.record(z.string(), z.unknown()).default({}),
  id: z.string().min(1).optional(),
  signature: z.enum(["good", "bad", "none"]).default("good"),
});

const Decision = z.object({ audit_id: z.string(), pass: z.boolean() });

const unaddressed =
  "机器人收不到：没有 @ 它 / the bot is not told: it was not addressed (mention), and may not read everything there (fullGroups)";

/** In the answer, and to the person who started the simulator: why nobody heard an event. */
function tellHint(world: World, relayStatus: number | null): { readonly hint?: string } {
  const hint = hintOf({
    relayStatus,
    way: wayOf(world),
    hasCallback: world.eventsUrl !== undefined,
    isOnline: isOnline(world.state.gateway),
    url: `http://127.0.0.1:${world.port}`,
  });
  if (hint === undefined) return {};
  world.log(hint);
  return { hint };
}

/** What the platform tells the relay: by callback answered once the relay has acknowledged or every try failed, by gateway at once. */
export const speak: Readonly<Record<string, Endpoint>> = {
  say: post(Say, async (world, say) => {
    const now = world.clock.now();
    const { messageId, ...event } = tellMessage(say, world.state, now);
    const said = recordSaid(world.state, say, messageId, now);
    const isHeard = isTold(say, world.state.settings);
    if (!isHeard) {
      said.relayStatus = null;
      return ok({ msg_id: messageId, relayStatus: null, hint: unaddressed });
    }
    const { relayStatus } = await emit(world, event, say.signature);
    said.relayStatus = relayStatus;
    return ok({ msg_id: messageId, relayStatus, ...tellHint(world, relayStatus) });
  }),
  press: post(Press, async (world, press) => {
    const { interaction, ...event } = tellPress(press, { appId: world.appId, ...world.state }, world.clock.now());
    const told = await emit(world, event);
    return ok({ interaction, ...told, ...tellHint(world, told.relayStatus) });
  }),
  event: post(QqEvent, async (world, { t, d, id, signature }) => {
    const told = await emit(world, { t, d, id: id ?? `${t}:${randomUUID()}` }, signature);
    return ok({ ...told, ...tellHint(world, told.relayStatus) });
  }),
  check: post(z.object({}), async (world) => ok(await checkAddress(world))),
  audit: post(Decision, async (world, { audit_id: id, pass }) => {
    const { audits, ledger } = world.state;
    const audit = audits.get(id);
    if (!audit) return refuseControl(404, "audit_id: no such audit");
    if (audit.decided) return refuseControl(409, `audit_id: already decided (${audit.decided})`);
    audits.set(id, { ...audit, decided: pass ? "pass" : "reject" });
    const messageId = newMessageId(isV2(audit.target.scene));
    const attempt = ledger.find((one) => one.audit_id === id);
    if (!pass) audit.refund();
    else if (attempt) attempt.id = messageId;
    return ok(await emit(world, tellDecision(audit, pass ? messageId : undefined, world.clock.now())));
  }),
};

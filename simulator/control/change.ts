import * as z from "zod";
import { ok } from "../answer.ts";
import { emit, wayOf } from "../emit.ts";
import { Fault } from "../faults.ts";
import { forgetAll } from "../gateway/gateway.ts";
import { tellPermission } from "../permission-events.ts";
import { changePermission } from "../permission.ts";
import { sceneNames, targetKey } from "../scene.ts";
import { SettingsChange, type Settings } from "../settings.ts";
import { emptyState } from "../state.ts";
import { shortenTokens } from "../token.ts";
import { post, type Endpoint } from "./endpoint.ts";

const Permission = z.strictObject({
  scene: z.enum(sceneNames),
  target: z.string().min(1),
  proactive: z.boolean().optional(),
  gone: z.boolean().optional(),
  muted: z.boolean().optional(),
  /** By the events that QQ tells of it, so that the bot hears. */
  tell: z.boolean().default(false),
});

const Time = z.strictObject({ at: z.iso.datetime({ offset: true }).nullable() });

/** How the platform behaves from now on. */
export const change: Readonly<Record<string, Endpoint>> = {
  faults: post(Fault, ({ state }, fault) => {
    state.faults.push(fault);
    return ok(state.faults);
  }),
  "no-faults": post(z.object({}), ({ state }) => {
    state.faults.length = 0;
    return ok(state.faults);
  }),
  settings: post(SettingsChange, (world, changed) => {
    const { state, tokens, clock } = world;
    const { tokenSeconds } = changed;
    state.settings = { ...state.settings, ...(changed as Partial<Settings>) };
    if (tokenSeconds !== undefined) shortenTokens(tokens, tokenSeconds, clock.now());
    return ok({ ...state.settings, events: wayOf(world) });
  }),
  permission: post(Permission, async (world, { scene, target: id, tell, ...changed }) => {
    const { state, clock } = world;
    const key = targetKey({ scene, id });
    const events = tell ? tellPermission({ scene, id }, changed, state, clock.now()) : [];
    for (const event of events) await emit(world, event);
    changePermission(state.permissions, key, changed);
    return ok({ scene, target: id, ...state.permissions.get(key) });
  }),
  clock: post(Time, ({ clock }, { at }) => {
    clock.set(at === null ? null : Date.parse(at));
    return ok({ now: new Date(clock.now()).toISOString() });
  }),
  reset: post(z.object({}), (world) => {
    world.state = { ...emptyState(), gateway: forgetAll(world.state.gateway) };
    world.clock.set(null);
    return ok({});
  }),
};

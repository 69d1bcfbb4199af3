import type { QqEvent } from "./emit.ts";
import type { Permission } from "./permission.ts";
import { homeOf } from "./places.ts";
import { speakerOf } from "./said.ts";
import type { SceneName, Target } from "./scene.ts";
import type { State } from "./state.ts";

type Switch = Exclude<keyof Permission, "muted">;

/** The events by which QQ tells that a permission changed: where it is off, and on. In guilds there are none for pushes, in DMs none at all. */
const names: Readonly<Record<SceneName, Partial<Record<Switch, readonly [off: string, on: string]>>>> = {
  c2c: { proactive: ["C2C_MSG_REJECT", "C2C_MSG_RECEIVE"], gone: ["FRIEND_ADD", "FRIEND_DEL"] },
  group: { proactive: ["GROUP_MSG_REJECT", "GROUP_MSG_RECEIVE"], gone: ["GROUP_ADD_ROBOT", "GROUP_DEL_ROBOT"] },
  channel: { gone: ["CHANNEL_CREATE", "CHANNEL_DELETE"] },
  dm: {},
};

type Facts = { readonly target: Target; readonly guild: string; readonly now: number };

const shapes = {
  c2c: ({ target, now }: Facts) => ({ openid: target.id, timestamp: seconds(now) }),
  group: ({ target, now }: Facts) => ({
    group_openid: target.id,
    op_member_openid: speakerOf({ scene: "group", target: target.id }),
    timestamp: seconds(now),
  }),
  channel: ({ target, guild }: Facts) => ({ id: target.id, guild_id: guild, name: target.id, type: 0, sub_type: 0 }),
  dm: () => ({}),
} as const satisfies Record<SceneName, (facts: Facts) => object>;

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** What QQ tells the bot of a change of permission, an event for each switch that it has one for. */
export function tellPermission(
  target: Target,
  change: Permission,
  { places, settings }: Pick<State, "places" | "settings">,
  now: number,
): readonly QqEvent[] {
  const d = shapes[target.scene]({ target, guild: homeOf(places, settings.guilds, target), now });
  return (["gone", "proactive"] as const).flatMap((name) => {
    const events = names[target.scene][name];
    const value = change[name];
    return events && value !== undefined ? [{ t: events[value ? 1 : 0], d: { ...d } }] : [];
  });
}

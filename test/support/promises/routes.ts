import type { Route, Routes } from "../../../lib/model/route.ts";
import type { Target } from "../../../lib/model/target.ts";

/** A DM session that the relay opens itself, and what QQ calls it. */
export const session = { user: "P1", guild: "S1", id: "DM1" } as const;

/** Conversations of a run: two groups, a user, three channels of one guild, a DM. */
export const targets = {
  group: { scene: "group", id: "G1" },
  bound: { scene: "group", id: "G2" },
  user: { scene: "c2c", id: "U1" },
  channel: { scene: "channel", id: "C1", guild: session.guild },
  channel2: { scene: "channel", id: "C2", guild: session.guild },
  channel3: { scene: "channel", id: "C3", guild: session.guild },
  dm: { scene: "dm", id: `${session.user}@${session.guild}` },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetId = keyof typeof targets;

export const targetIds = Object.keys(targets) as readonly TargetId[];

/** All of them as the table may have them: a DM session under QQ's own id too. */
export const allTargets: readonly Target[] = [...Object.values(targets), { scene: "dm", id: session.id }];

/** The conversation's id as QQ has it. */
export const qqIdOf = ({ scene, id }: Pick<Target, "scene" | "id">): string =>
  scene === "dm" && id === targets.dm.id ? session.id : id;

const group = (policy: NonNullable<Route["policy"]>): Route => ({
  scene: "group",
  source: "generic",
  open: true,
  to: [targets.group.id],
  policy,
});

const other = (scene: Route["scene"], to: Route["to"], policy: NonNullable<Route["policy"]> = {}): Route => ({
  scene,
  source: "generic",
  open: true,
  to,
  policy,
});

const channel = ({ id, guild }: { readonly id: string; readonly guild: string }): Route =>
  other("channel", [{ id, guild }]);

/** Every policy that decides when something goes, most of them into one group, so that they meet in one message. */
export const routes = {
  all: group({ proactive: "always" }),
  auto: group({}),
  critical: group({ proactive: "critical" }),
  never: group({ proactive: "never" }),
  reserve: group({ reserve: 1 }),
  digest: group({ digestAt: "09:00" }),
  quiet: group({ quiet: { from: "22:00", to: "08:00" } }),
  short: group({ maxAge: "2h" }),
  once: group({ onUnsure: "assume-sent" }),
  spill: group({ spill: { to: "user", after: "1h" } }),
  paired: other("group", "bound"),
  user: other("c2c", [targets.user.id]),
  "user-once": other("c2c", [targets.user.id], { onUnsure: "assume-sent" }),
  channel: channel(targets.channel),
  channel2: channel(targets.channel2),
  channel3: channel(targets.channel3),
  dm: other("dm", [{ user: session.user, guild: session.guild }]),
} as const satisfies Routes;

export type RouteId = keyof typeof routes;

export const routeIds = Object.keys(routes) as readonly RouteId[];

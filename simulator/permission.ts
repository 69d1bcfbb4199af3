import { refuse, type Refusal } from "./refusal.ts";
import { targetKey, type SceneName, type Target } from "./scene.ts";

/** What a target allows the bot; absent = all of it. */
export type Permission = {
  readonly proactive?: boolean | undefined;
  readonly gone?: boolean | undefined;
  readonly muted?: boolean | undefined;
};

/** By target, and by `guild:<id>` for what holds in a whole guild. */
export type Permissions = Map<string, Permission>;

const codes = {
  c2c: { gone: 40054004, off: 40054013 },
  group: { gone: 40034101, off: 40034105 },
  channel: { gone: 10003, off: 304046 },
  dm: { gone: 304032, off: 304031 },
} as const satisfies Record<SceneName, { readonly gone: number; readonly off: number }>;

export function changePermission(permissions: Permissions, key: string, change: Permission): void {
  permissions.set(key, { ...permissions.get(key), ...change });
}

/** Why the target takes no message, or no proactive one. Replies stay possible where only push is off. */
export function findPermissionFault(
  permissions: Permissions,
  target: Target & { readonly guild?: string },
  proactive: boolean,
  closedGuilds: readonly string[],
): Refusal | undefined {
  const own = permissions.get(targetKey(target));
  const guild = target.guild === undefined ? undefined : permissions.get(`guild:${target.guild}`);
  if (own?.gone || guild?.gone) return refuse(codes[target.scene].gone);
  if (own?.muted) return refuse(40054002);
  if (!proactive) return undefined;
  if (own?.proactive === false) return refuse(codes[target.scene].off);
  return target.guild !== undefined && closedGuilds.includes(target.guild) ? refuse(304048) : undefined;
}

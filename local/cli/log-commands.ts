import type { Env } from "../../lib/compose/env.ts";
import type { DeliveryState } from "../../lib/model/delivery.ts";
import { isSceneName } from "../../lib/model/scene.ts";
import { failure } from "./failure.ts";
import { type Answered, openOperations, type OperateOptions } from "./operate.ts";
import { readSince } from "./read-since.ts";
import { showDeliveries, showTrace } from "./show-deliveries.ts";
import { printed } from "./printed.ts";
import { showTarget } from "./show-target.ts";

export type FilterOptions = OperateOptions & {
  readonly target?: string;
  readonly route?: string;
  readonly since?: string;
};

export type DeliveriesOptions = FilterOptions & { readonly state?: readonly DeliveryState[]; readonly limit?: number };

const filterOf = ({ target, route, since }: FilterOptions, now: number) => ({
  ...(target !== undefined && { target }),
  ...(route !== undefined && { route }),
  ...(since !== undefined && { since: readSince(since, now) }),
});

/** `relay deliveries`: the delivery log, newest first. */
export async function runDeliveries(options: DeliveriesOptions, env: Env, now: () => number): Promise<string> {
  const { state, limit } = options;
  const operate = await openOperations(options, env, now);
  const answer = await operate("deliveries", {
    ...filterOf(options, now()),
    ...(state && state.length > 0 && { states: [...state] }),
    ...(limit !== undefined && { limit }),
  });
  return printed(answer, options, showDeliveries);
}

/** `relay trace <id>`: one delivery from its sender's id to QQ's message. */
export async function runTrace(id: string, options: OperateOptions, env: Env, now: () => number): Promise<string> {
  return printed(await (await openOperations(options, env, now))("trace", { id }), options, showTrace);
}

export type ReplayOptions = FilterOptions & {
  readonly failed?: boolean;
  readonly unsure?: boolean;
  readonly yes?: boolean;
};

/**
 * `relay replay <id> | --failed [--since 2d] | <scene> <target> [id]`: counts what ended without being told, and with `--yes` has
 * it pending again.
 */
export async function runReplay(
  what: readonly string[],
  options: ReplayOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const request = { ...filterOf(options, now()), ...askedFor(what, options), send: options.yes === true };
  const operate = await openOperations(options, env, now);
  return printed(await operate("replay", request), options, showReplay);
}

type Asked = {
  readonly id?: string;
  readonly target?: string;
  readonly states?: ("unsure" | "failed" | "expired")[];
};

function askedFor(what: readonly string[], { failed, unsure }: ReplayOptions): Asked {
  const [first, second, third, ...others] = what;
  const states = [...(failed ? (["failed", "expired"] as const) : []), ...(unsure ? (["unsure"] as const) : [])];
  const only = states.length > 0 ? { states } : {};
  const isPlace = first !== undefined && second !== undefined && isSceneName(first) && others.length === 0;
  if (isPlace) return { target: `${first}:${second}`, ...(third !== undefined && { id: third }), ...only };
  if (first !== undefined && second === undefined) return { id: first, ...only };
  if (first === undefined && states.length > 0) return only;
  throw failure("usage", {
    zh: "说明重发什么：replay <投递 id>，或 replay --failed --since 2d（没送到的），或加 --unsure（不确定送没送到的）",
    en: "Say what to send again: replay <delivery id>, or replay --failed --since 2d (what was not told), or with --unsure (what may have been)",
  });
}

function showReplay({ dryRun, count, targets }: Answered<"replay">): string {
  const rows = targets.map((target) => {
    const states = Object.entries(target.states).map(([state, number]) => `${state} ${number}`);
    const left = target.left === null ? "不限 unlimited" : String(target.left);
    return `${target.count} × ${showTarget(target.target)} (${states.join(", ")})  剩余主动消息 pushes left: ${left}\n`;
  });
  if (count === 0) return `${rows.join("")}没有要重发的 · nothing to send again\n`;
  const end = dryRun
    ? `${count} 条会重新排队，现在没有发；加 --yes 才发\n` +
      `${count} notices would be pending again; nothing was sent: add --yes to do it\n`
    : `${count} 条重新排队，按额度和回复窗口发出\n` +
      `${count} notices are pending again, and go out as quota and reply windows allow\n`;
  return `${rows.join("")}${end}`;
}

import type { Env } from "../../lib/compose/env.ts";
import { sceneWords } from "../run/scene-words.ts";
import { type Answered, openOperations, type OperateOptions } from "./operate.ts";
import { printed } from "./printed.ts";
import { showMuted, showQuota, showStatus } from "./show-status.ts";
import { showTarget } from "./show-target.ts";
import { showTime } from "./show-time.ts";

/** Whoever asks at a terminal gets all of them. */
const everything = 10_000;

const optional = (target: string | undefined) => (target === undefined ? { limit: everything } : { target });

/** `relay status [target]`: how conversations stand, and why what waits does. */
export async function runStatus(
  target: string | undefined,
  options: OperateOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const operate = await openOperations(options, env, now);
  return printed(await operate("status", optional(target)), options, showStatus);
}

/** `relay quota [target]`: what is left of the pushes. */
export async function runQuota(
  target: string | undefined,
  options: OperateOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const operate = await openOperations(options, env, now);
  return printed(await operate("quota", optional(target)), options, showQuota);
}

/** `relay heard`: who spoke lately. */
export async function runHeard(options: OperateOptions, env: Env, now: () => number): Promise<string> {
  const operate = await openOperations(options, env, now);
  return printed(await operate("heard", {}), options, showHeard);
}

const nobody =
  "最近没有人对机器人说话：私聊它，或在群里 @它，再来看 · nobody spoke to the bot lately: write to it, or mention it in a group, then look again\n";

const showHeard = ({ heard }: Answered<"heard">): string =>
  heard.length === 0
    ? nobody
    : heard
        .map(({ scene, target, user, name, at }) => {
          const who = [name, user].filter((part) => part !== undefined).join(" ");
          return `${showTime(at)}  ${sceneWords[scene]}  ${target}${who === "" ? "" : `  ${who}`}\n`;
        })
        .join("");

export type MuteOptions = OperateOptions & { readonly route?: string; readonly all?: boolean };

const ofRoute = ({ route }: MuteOptions) => (route === undefined ? {} : { route });

/** `relay mute <target> [time]`: holds what is told there for a while. */
export async function runMute(
  target: string,
  time: string | undefined,
  options: MuteOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const operate = await openOperations(options, env, now);
  const request = { target, ...ofRoute(options), ...(time !== undefined && { time }), all: options.all === true };
  return printed(await operate("mute", request), options, showMuted);
}

/** `relay unmute <target>`: ends that. */
export async function runUnmute(target: string, options: MuteOptions, env: Env, now: () => number): Promise<string> {
  const operate = await openOperations(options, env, now);
  const show = (answer: Answered<"unmute">): string =>
    `${showTarget(answer.target)} ${answer.route ?? ""} 不再静音 · not muted any more\n`;
  return printed(await operate("unmute", { target, ...ofRoute(options) }), options, show);
}

/** `relay unpair <route> <target>`: ends a pairing from outside QQ. */
export async function runUnpair(
  route: string,
  target: string,
  options: OperateOptions,
  env: Env,
  now: () => number,
): Promise<string> {
  const operate = await openOperations(options, env, now);
  const show = (answer: Answered<"unpair">): string =>
    `${showTarget(answer.target)} 不再收路由 ${answer.route} 的通知 · gets nothing of route ${answer.route} any more\n`;
  return printed(await operate("unpair", { route, target }), options, show);
}

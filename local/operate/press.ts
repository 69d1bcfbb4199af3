import * as z from "zod";
import { type Target, targetName } from "../../lib/model/target.ts";
import { PressAnswer } from "./console-answers.ts";
import { postSimulator } from "./conversation/ask-simulator.ts";
import { findTarget } from "./find-target.ts";
import { defineOperation, isRefused, refuse } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { noSimulator } from "./say.ts";

const Request = z.object({
  target: z.string().min(1),
  /** The button's id and data, as the keyboard has them: `action.data`. */
  button: z.string().min(1).max(100),
  data: z.string().max(500),
});

const Pressed = z.object({ relayStatus: z.number().nullable() });

/** Somebody presses a button below one of the bot's messages in QQ's simulator: QQ tells the bot of those that call it. */
export const press = defineOperation({
  request: Request,
  answer: PressAnswer,
  run: async ({ target: text, button, data }, ports) => {
    const { simulatorUrl } = ports.place;
    if (simulatorUrl === undefined) return noSimulator;
    const found = await findTarget(text, ports);
    if (isRefused(found)) return found;
    const event = { t: "INTERACTION_CREATE", d: interaction(found.target, { button, data }, ports) };
    const pressed = await postSimulator(simulatorUrl, "event", event, Pressed);
    if ("fault" in pressed)
      return refuse("invalid", { zh: `模拟器：${pressed.fault}`, en: `the simulator: ${pressed.fault}` });
    return { target: targetName(found.target), status: pressed.relayStatus };
  },
});

/** QQ's event of a press (op 0, type 11: a button below a message), by the kind of conversation. */
const places = {
  c2c: ({ id }: Target) => ({ chat_type: 2, scene: "c2c", user_openid: id }),
  group: ({ id }: Target) => ({
    chat_type: 1,
    scene: "group",
    group_openid: id,
    group_member_openid: `member-of-${id}`,
  }),
  channel: ({ id, guild = `guild-of-${id}` }: Target) => ({
    chat_type: 0,
    scene: "guild",
    guild_id: guild,
    channel_id: id,
  }),
  dm: ({ id }: Target) => ({ chat_type: 0, scene: "guild", guild_id: id, channel_id: id }),
} as const;

const interaction = (
  target: Target,
  { button, data }: { readonly button: string; readonly data: string },
  { unique, now }: Pick<OperatePorts, "unique" | "now">,
): object => ({
  id: unique(),
  type: 11,
  ...places[target.scene](target),
  timestamp: new Date(now()).toISOString(),
  application_id: "100",
  version: 1,
  data: { type: 11, resolved: { button_id: button, button_data: data } },
});

import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { QqEvent } from "./emit.ts";
import { homeOf } from "./places.ts";
import { speakerOf } from "./said.ts";
import { sceneNames } from "./scene.ts";
import { writeTime } from "./shanghai.ts";
import type { State } from "./state.ts";

const Id = z.string().min(1);

/** Someone presses a callback button (type 1). In direct messages no page of QQ's has buttons. */
export const Press = z.object({
  scene: z.enum(sceneNames).exclude(["dm"]),
  target: Id,
  button_id: z.string().default(""),
  button_data: z.string(),
  message_id: Id.optional(),
  user: Id.optional(),
});

export type Press = z.infer<typeof Press>;

/** The event that QQ makes of it, in its scene's own shape; `d.id` is what the bot acknowledges. */
export function tellPress(
  press: Press,
  { appId, places, settings }: { readonly appId: string } & Pick<State, "places" | "settings">,
  now: number,
): QqEvent & { readonly interaction: string } {
  const { scene, target, button_id, button_data, message_id } = press;
  const id = randomUUID();
  const user = speakerOf(press);
  const resolved = { button_id, button_data, ...(message_id !== undefined && { message_id }) };
  const common = { id, type: 11, timestamp: writeTime(now), application_id: appId, version: 1 };
  const guild = homeOf(places, settings.guilds, { scene, id: target });
  const shapes = {
    c2c: { chat_type: 2, scene: "c2c", user_openid: target, data: { type: 11, resolved } },
    group: {
      chat_type: 1,
      scene: "group",
      group_openid: target,
      group_member_openid: user,
      data: { type: 11, resolved },
    },
    channel: {
      chat_type: 0,
      scene: "guild",
      guild_id: guild,
      channel_id: target,
      data: { type: 11, resolved: { ...resolved, user_id: user } },
    },
  };
  return { t: "INTERACTION_CREATE", d: { ...common, ...shapes[scene] }, interaction: id };
}

import * as z from "zod";
import { targetName } from "../../lib/model/target.ts";
import { SayAnswer } from "./console-answers.ts";
import { postSimulator } from "./conversation/ask-simulator.ts";
import { findTarget } from "./find-target.ts";
import { defineOperation, isRefused, refuse, type Refused } from "./operation.ts";

const Request = z.object({
  target: z.string().min(1),
  text: z.string().min(1).max(2_000),
  /** Whether the bot is addressed, in a group or channel. */
  mention: z.boolean().default(true),
});

const Said = z.object({ msg_id: z.string(), relayStatus: z.number().nullable() });

/** Somebody speaks to the bot in QQ's simulator. */
export const say = defineOperation({
  request: Request,
  answer: SayAnswer,
  run: async ({ target: text, text: words, mention }, ports) => {
    const { simulatorUrl } = ports.place;
    if (simulatorUrl === undefined) return noSimulator;
    const found = await findTarget(text, ports);
    if (isRefused(found)) return found;
    const { scene, id } = found.target;
    const said = await postSimulator(simulatorUrl, "say", { scene, target: id, text: words, mention }, Said);
    if ("fault" in said) return refuse("invalid", { zh: `模拟器：${said.fault}`, en: `the simulator: ${said.fault}` });
    return { target: targetName(found.target), messageId: said.msg_id, status: said.relayStatus };
  },
});

export const noSimulator: Refused = refuse("unavailable", {
  zh: "只有用模拟器时才能在这里说话；真的会话请在 QQ 里说",
  en: "words can be said here only where QQ's simulator stands in; to a real conversation speak in QQ",
});

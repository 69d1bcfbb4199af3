import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { answerLook, isAction, paths } from "./onebot/actions.ts";
import { tellRefused, tellTaken } from "./onebot/answers.ts";

/** Beside `message`, names that a body of `send_msg` may have: one with others (`title`) is some script's own. */
const names = new Set("message message_type group_id user_id auto_escape access_token key echo self_id".split(" "));

/** OneBot v11 over HTTP, which every tool speaks that "supports QQ", and Milky's calls below `api/`. */
export const onebot = {
  name: "onebot",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths,
    proofs: [{ kind: "key" }, { kind: "query", name: "access_token" }, { kind: "bearer" }],
    taken: tellTaken,
    refused: tellRefused,
    aside: answerLook,
  },
  isMine: (inbound, keys) => {
    const all = [...keys, ...Object.keys(inbound.query)];
    return (
      isAction(inbound) ||
      (all.includes("message") &&
        ["group_id", "user_id"].some((name) => all.includes(name)) &&
        all.every((name) => names.has(name)))
    );
  },
  load: async () => (await import("./onebot/format.ts")).onebotFormat,
} as const satisfies Source;

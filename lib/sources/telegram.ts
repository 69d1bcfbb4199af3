import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { tellRefused, tellTaken } from "./telegram/answers.ts";
import { answerAside, methodOf, paths } from "./telegram/methods.ts";

/** Names of which a message has one beside `chat_id`. */
const contents = ["text", "caption", "photo", "document", "media", "animation", "audio", "video", "voice"];

/** Telegram's bot API: `/bot<secret>/sendMessage` behind the address that stands for its host. */
export const telegram = {
  name: "telegram",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths,
    proofs: [
      { kind: "key" },
      { kind: "segment", at: 0, after: "bot", numbered: true },
      // A secret that begins with `bot` itself, as the end of the address.
      { kind: "segment", at: 0, after: "" },
    ],
    taken: tellTaken,
    refused: tellRefused,
    aside: answerAside,
  },
  isMine: (inbound, keys) => {
    const has = (name: string): boolean => keys.has(name) || inbound.query[name] !== undefined;
    return methodOf(inbound) !== "" || (has("chat_id") && contents.some(has));
  },
  load: async () => (await import("./telegram/format.ts")).telegramFormat,
} as const satisfies Source;

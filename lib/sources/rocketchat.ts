import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { inJson } from "./facade/answers.ts";
import { isSlackShaped } from "./facade/slack-shape.ts";
import { inSlackWords } from "./facade/slack-words.ts";

/** Rocket.Chat's incoming integrations: `POST /hooks/<any>/<secret>`. Apprise posts to the root of a host. */
export const rocketchat = {
  name: "rocketchat",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": ["POST"], hooks: ["POST"], "hooks/:key": ["POST"], "hooks/:id/:key": ["POST"] },
    proofs: [{ kind: "key" }, { kind: "segment", at: 1, after: "" }, { kind: "segment", at: 2, after: "" }],
    taken: () => inJson(200, { success: true }),
    refused: (refusal) => {
      const { status, word } = inSlackWords(refusal);
      return inJson(status, { success: false, error: word });
    },
    roots: [{ path: "hooks/:key" }, { path: "hooks/:route/:key" }],
  },
  isMine: ({ path }, keys) => isSlackShaped("rocketchat", path, keys),
  load: async () => (await import("./rocketchat/format.ts")).rocketchatFormat,
} as const satisfies Source;

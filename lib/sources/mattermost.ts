import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { inJson, inText, numberOf } from "./facade/answers.ts";
import { isSlackShaped } from "./facade/slack-shape.ts";
import { inSlackWords } from "./facade/slack-words.ts";

/** Mattermost's incoming webhooks, `POST /hooks/<secret>`, and posts by its API with the secret as a bot's token. */
export const mattermost = {
  name: "mattermost",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: { "": ["POST"], hooks: ["POST"], "hooks/:key": ["POST"], "api/v4/posts": ["POST"] },
    proofs: [{ kind: "key" }, { kind: "segment", at: 1, after: "" }, { kind: "bearer" }],
    // Who has a bot's token speaks to the API, whose clients look for the post (acme.sh for `create_at`).
    taken: ({ headers, at }, delivery) =>
      headers["authorization"] === undefined
        ? inText(200, "ok")
        : inJson(201, {
            id: String(numberOf(delivery)),
            create_at: at.getTime(),
            update_at: at.getTime(),
            message: "",
          }),
    refused: (refusal) => {
      const { status, word } = inSlackWords(refusal);
      return inText(status, word);
    },
    roots: [{ path: "hooks/:key" }],
  },
  isMine: ({ path }, keys) =>
    isSlackShaped("mattermost", path, keys) || (keys.has("channel_id") && keys.has("message")),
  load: async () => (await import("./mattermost/format.ts")).mattermostFormat,
} as const satisfies Source;

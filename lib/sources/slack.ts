import { second } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { inText } from "./facade/answers.ts";
import { isSlackShaped } from "./facade/slack-shape.ts";
import { inSlackWords } from "./facade/slack-words.ts";

/** Slack's incoming webhooks: `POST /services/T…/B…/<secret>`, or the address itself. */
export const slack = {
  name: "slack",
  auth: "dialect",
  repeatWithin: 10 * second,
  dialect: {
    paths: {
      "": ["POST"],
      "services/:key": ["POST"],
      "services/:team/:bot/:key": ["POST"],
      ":team/:bot/:key": ["POST"],
    },
    proofs: [
      { kind: "key" },
      { kind: "query", name: "token" },
      { kind: "segment", at: 1, after: "" },
      { kind: "segment", at: 2, after: "" },
      { kind: "segment", at: 3, after: "" },
    ],
    taken: () => inText(200, "ok"),
    refused: (refusal) => {
      const { status, word } = inSlackWords(refusal);
      return inText(status, word);
    },
  },
  isMine: ({ path }, keys) => isSlackShaped("slack", path, keys),
  load: async () => (await import("./slack/format.ts")).slackFormat,
} as const satisfies Source;

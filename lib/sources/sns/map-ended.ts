import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import type { SnsBody } from "./body.ts";
import { topicOf } from "./map-message.ts";
import { words } from "./words.ts";

/** The end of a subscription: from then on nothing comes of what people rely on. The address that would undo it is not told. */
export function mapEnded(body: SnsBody, event: string, { language, at }: MapContext): Notice {
  const { ended, howToReturn } = words[language];
  return {
    source: "sns",
    event,
    level: "warning",
    title: ended(oneLine(topicOf(body), 120)),
    lines: [howToReturn],
    at: at.toISOString(),
    key: `sns/subscription/${shortKey(body.TopicArn)}`,
  };
}

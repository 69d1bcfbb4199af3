import { defined } from "../../base/defined.ts";
import type { Format } from "../../model/source.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { readMessage as readSlackMessage } from "../slack/read-message.ts";
import { readMessage } from "./read-message.ts";
import { tellMoments } from "./moments.ts";

const facade = defineFacade("discord", (inbound, options) =>
  inbound.rest?.at(-1) === "slack" ? readSlackMessage(inbound, options) : readMessage(inbound, options),
);

/** What is posted to a webhook of Discord's. Its moments are told in the route's zone. */
export const discordFormat: Format = {
  ...facade,
  map: ({ fields = {}, ...parsed }, context) => {
    const tell = (text: string | undefined) => text && tellMoments(text, context.timeZone);
    return facade.map(
      { ...parsed, fields: { ...fields, ...defined({ title: tell(fields.title), text: tell(fields.text) }) } },
      context,
    );
  },
};

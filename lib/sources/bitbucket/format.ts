import { isObject } from "../../base/is-object.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { readJson } from "../read-json.ts";
import { asObject, formatOf } from "../github/retell.ts";
import { retellingOf } from "./events.ts";
import { bitbucketForge } from "./forge.ts";

const refuseEvent = (event: string): Refusal =>
  refuse(
    "unreadable",
    `header X-Event-Key ${event === "" ? "is missing" : "is not an event's name"}: this route takes Bitbucket's webhooks`,
    `请求头 X-Event-Key ${event === "" ? "没有" : "不是事件名"}：这条路由收 Bitbucket 的 webhook`,
  );

/** Webhooks of Bitbucket Cloud. `X-Request-UUID` is the same for each try of a delivery. */
export const bitbucketFormat = formatOf({
  ...bitbucketForge,
  read({ headers, body }) {
    const event = headers["x-event-key"]?.trim() ?? "";
    if (!/^[a-z]{1,20}:[a-z_]{1,40}$/.test(event)) return refuseEvent(event);
    const read = readJson(body);
    if (isRefusal(read)) return read;
    const json = asObject(read.json);
    return isRefusal(json) ? json : { event, json };
  },
  retelling: retellingOf,
  identify({ headers, body }) {
    const id = headers["x-request-uuid"]?.trim();
    return id ? { id } : { content: new TextDecoder().decode(body) };
  },
  isBot: ({ actor }) => isObject(actor) && actor["type"] === "AppUser",
});

import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { changesNothing } from "./edited.ts";
import { completeRepository } from "./complete-repository.ts";
import { eventNamed } from "./events.ts";
import type { Envelope } from "./fields.ts";
import { asNotice } from "../forge/telling.ts";
import { mediaType } from "../media-type.ts";
import { parseJson, readForm, readJson } from "../read-json.ts";

/**
 * GitHub's webhooks. `X-GitHub-Event` names the event, `X-GitHub-Delivery` the delivery (the same when it is sent again).
 * The body that fits is handed on whole, so that a route's own `filter` and `map` see what GitHub sent, with the full name
 * of its repository where that was left out.
 */
export const githubFormat = defineFormat<Envelope>({
  parse(inbound) {
    const event = inbound.headers["x-github-event"]?.trim() ?? "";
    if (!/^[a-z0-9_]{1,64}$/.test(event)) return refuseEvent(event);
    const read = readBody(inbound);
    if (isRefusal(read)) return read;
    const { schema, branch: branchOf } = eventNamed(event);
    const json = completeRepository(read.json);
    const fitted = schema.safeParse(json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const body = json as Envelope;
    const branch = branchOf?.(body);
    return {
      event,
      ...(body.action && { action: body.action }),
      ...identify(inbound),
      ...(branch && { branch }),
      bot: isBot(body.sender),
      body,
    };
  },

  map({ event, action, body }, context) {
    if (changesNothing(body)) return undefined;
    const telling = eventNamed(event).map(body, context);
    return telling && asNotice("github", telling, action ? `${event}.${action}` : event, context.at);
  },
});

const refuseEvent = (event: string): Refusal =>
  refuse(
    "unreadable",
    `header X-GitHub-Event ${event === "" ? "is missing" : "is not an event's name"}: this route takes GitHub's webhooks`,
    `请求头 X-GitHub-Event ${event === "" ? "没有" : "不是事件名"}：这条路由收 GitHub 的 webhook`,
  );

/** What a repeated delivery is known by. */
function identify({ headers, body }: Inbound): { readonly id: string } | { readonly content: string } {
  const id = headers["x-github-delivery"]?.trim();
  return id ? { id } : { content: new TextDecoder().decode(body) };
}

const isBot = (sender: Envelope["sender"]): boolean =>
  sender?.type === "Bot" || sender?.login?.endsWith("[bot]") === true;

/** JSON, or the form in which GitHub puts it into the field `payload`. */
function readBody(inbound: Inbound): { readonly json: unknown } | Refusal {
  if (mediaType(inbound.headers) !== "application/x-www-form-urlencoded") return readJson(inbound.body);
  const read = readForm(inbound.body);
  if (isRefusal(read)) return read;
  const payload = read.form["payload"];
  if (payload === undefined)
    return refuse(
      "invalid",
      "body.payload: missing; GitHub's form puts its JSON there",
      "body.payload：没有；GitHub 的表单把 JSON 放在这里",
    );
  return parseJson(payload);
}

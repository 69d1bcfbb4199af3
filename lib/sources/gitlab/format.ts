import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { asNotice } from "../forge/telling.ts";
import { readJson } from "../read-json.ts";
import { isBot } from "./actor.ts";
import { completeBody } from "./complete-body.ts";
import { eventNamed } from "./events.ts";
import type { Envelope } from "./fields.ts";
import { nameEvent } from "./name-event.ts";

/**
 * GitLab's webhooks: of projects, of groups, and system hooks, which all name their event in the body. The body that fits is
 * handed on whole, so that a route's own `filter` and `map` see what GitLab sent, with its project where that was left out.
 */
export const gitlabFormat = defineFormat<Envelope>({
  parse(inbound) {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const json = completeBody(read.json, inbound.headers["x-gitlab-instance"]);
    const named = isObject(json) ? nameEvent(json) : undefined;
    if (!named)
      return refuse(
        "invalid",
        "body: neither object_kind nor event_name is an event’s name; this route takes GitLab’s webhooks",
        "body：object_kind 和 event_name 都不是事件名；这条路由收 GitLab 的 webhook",
      );
    const { schema, branch: branchOf } = eventNamed(named.event);
    const fitted = schema.safeParse(json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const body = json as Envelope;
    const branch = branchOf?.(body);
    return { ...named, ...identify(inbound), ...(branch && { branch }), bot: isBot(body), body };
  },

  map({ event, action, body }, context) {
    const telling = eventNamed(event).map(body, context);
    return telling && asNotice("gitlab", telling, action ? `${event}.${action}` : event, context.at);
  },
});

/**
 * What a repeated delivery is known by. `webhook-id`, which a signature covers, and `Idempotency-Key` are the same when GitLab
 * sends again; `X-Gitlab-Webhook-UUID` is new with each try, and `X-Gitlab-Event-UUID` too, and shared by events of one hook
 * beside (GitLab's web_hook_service.rb and recursion_detection/uuid.rb).
 */
function identify({ headers, body }: Inbound): { readonly id: string } | { readonly content: string } {
  const id = headers["webhook-id"]?.trim() || headers["idempotency-key"]?.trim();
  return id ? { id } : { content: new TextDecoder().decode(body) };
}

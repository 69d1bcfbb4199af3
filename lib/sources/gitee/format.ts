import { isObject } from "../../base/is-object.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import { readJson } from "../read-json.ts";
import { asObject, type Forge, formatOf, type ForgeRequest } from "../github/retell.ts";
import { hookNames, retellingOf } from "./events.ts";

const forge: Forge = {
  name: "gitee",
  title: "Gitee",
  read(inbound) {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const json = asObject(read.json);
    if (isRefusal(json)) return json;
    const { hook_name: event, action, password: _, sign: __, ...rest } = json;
    if (typeof event !== "string" || !hookNames.includes(event))
      return refuse(
        "invalid",
        `body.hook_name: not one of ${hookNames.join(", ")}; this route takes Gitee's webhooks`,
        `body.hook_name：不是 ${hookNames.join("、")} 之一；这条路由收 Gitee 的 webhook`,
      );
    return {
      event,
      ...(isAction(action) && { action }),
      json: { ...rest, hook_name: event, ...(action !== undefined && { action }) },
    };
  },
  retelling: retellingOf,
  identify,
  isBot: ({ sender }) => isObject(sender) && sender["type"] === "Bot",
  heard: {
    push: [["push_hooks"]],
    delete: [["push_hooks"]],
    "pull_request.closed": [["merge_request_hooks", "merge"]],
  },
};

const isAction = (action: unknown): action is string => typeof action === "string" && /^[a-z0-9_]{1,64}$/.test(action);

/**
 * What a request is known by, since Gitee numbers none: the time of its sending, which is signed where anything is, and what it tells of
 * which repository. What else stands in the body, which nobody signs, makes it no other request, as long as the signature is good for.
 */
function identify({ headers }: Inbound, { event, json }: ForgeRequest): ReturnType<Forge["identify"]> {
  const time = headers["x-gitee-timestamp"] ?? json["timestamp"];
  if (time === undefined) return { content: JSON.stringify(json) };
  const told = [json["ref"], json["after"], json["iid"], json["action"], json["noteable_id"]];
  const where = idOf(json["repository"] ?? json["project"]);
  return { id: JSON.stringify([time, event, where, ...told, idOf(json["comment"])]) };
}

const idOf = (thing: unknown): unknown => (isObject(thing) ? thing["id"] : undefined);

/** Gitee's webhooks. The password or signature that it writes into the body too is taken out. */
export const giteeFormat = formatOf(forge);

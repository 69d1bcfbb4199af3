import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { readPayload } from "../forge/read-payload.ts";
import type { Json } from "../github/as-github.ts";
import { asObject, type Forge, formatOf } from "../github/retell.ts";
import { retellingOf } from "./events.ts";

const isName = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9_]{1,64}$/.test(value);

const forge: Forge = {
  name: "coding",
  title: "CODING",
  read({ headers, body }) {
    const event = (headers["x-coding-event"] ?? "").trim().toLowerCase().replaceAll(" ", "_");
    if (!isName(event)) return refuseEvent(event);
    const read = readPayload(body);
    if (isRefusal(read)) return read;
    const json = asObject(read.json);
    if (isRefusal(json)) return json;
    const { token: _, ...rest } = json;
    const action = event === "push" ? undefined : actionOf(rest);
    return { event, ...(action && { action }), json: { ...rest, ...(action && { action }) } };
  },
  retelling: retellingOf,
  identify({ headers }, { json }) {
    const id = headers["x-coding-delivery"]?.trim();
    return id ? { id } : { content: JSON.stringify(json) };
  },
  isBot: () => false,
  heard: {
    push: [["push"]],
    delete: [["push"]],
    "pull_request.closed": [
      ["merge_request", "merge"],
      ["merge_request", "merged"],
    ],
  },
};

/** Newer bodies name their event alone: `GIT_MR_CREATED`, whose end is the action. */
function actionOf({ action, event }: Json): string | undefined {
  if (isName(action)) return action;
  const name = typeof event === "string" ? event.toLowerCase().replace(/^(?:git_mr|[a-z]+)_/, "") : undefined;
  return isName(name) ? name : undefined;
}

const refuseEvent = (event: string): Refusal =>
  refuse(
    "unreadable",
    `header X-Coding-Event ${event === "" ? "is missing" : "is not an event's name"}: this route takes CODING's webhooks`,
    `请求头 X-Coding-Event ${event === "" ? "没有" : "不是事件名"}：这条路由收 CODING 的 webhook`,
  );

/** CODING's webhooks. The token of the older generation is taken out of the body. */
export const codingFormat = formatOf(forge);

import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, refuse, type Refusal } from "../../model/refusal.ts";
import { readPayload } from "../forge/read-payload.ts";
import { asObject, type Forge, formatOf } from "../github/retell.ts";
import { memberOf, textOf } from "./members.ts";
import { retellingOf } from "./events.ts";

/** Headers of the same meaning: Gitea sends its own and Gogs', Forgejo all three. */
const families = ["gitea", "forgejo", "gogs"] as const;

const headerOf = ({ headers }: Inbound, name: "event" | "delivery"): string =>
  families.map((family) => headers[`x-${family}-${name}`]?.trim()).find(Boolean) ?? "";

/** Accounts by which workflows act. */
const bots: readonly string[] = ["gitea-actions", "forgejo-actions"];

const forge: Forge = {
  name: "gitea",
  title: "Gitea",
  read(inbound) {
    const event = headerOf(inbound, "event");
    if (!/^[a-z0-9_]{1,64}$/.test(event)) return refuseEvent(event);
    const read = readPayload(inbound.body);
    if (isRefusal(read)) return read;
    const json = asObject(read.json);
    if (isRefusal(json)) return json;
    const action = textOf(json, "action");
    return { event, ...(action && /^[a-z0-9_]{1,64}$/.test(action) && { action }), json };
  },
  retelling: retellingOf,
  identify(inbound) {
    const id = headerOf(inbound, "delivery");
    return id ? { id } : { content: new TextDecoder().decode(inbound.body) };
  },
  isBot(json) {
    const login = textOf(memberOf(json, "sender"), "login") ?? "";
    return bots.includes(login) || login.endsWith("[bot]");
  },
  heard: {
    push: [["push"]],
    create: [["create"]],
    delete: [["delete"]],
    "pull_request.closed": [["pull_request", "closed"]],
    "workflow_run.completed": [["workflow_run", "completed"]],
    "workflow_job.completed": [["workflow_job", "completed"]],
  },
};

const refuseEvent = (event: string): Refusal =>
  refuse(
    "unreadable",
    `header X-Gitea-Event ${event === "" ? "is missing" : "is not an event's name"}: this route takes webhooks of Gitea, Forgejo and Gogs`,
    `请求头 X-Gitea-Event ${event === "" ? "没有" : "不是事件名"}：这条路由收 Gitea、Forgejo 和 Gogs 的 webhook`,
  );

/** Webhooks of Gitea's family, which are GitHub's but for some fields. */
export const giteaFormat = formatOf(forge);

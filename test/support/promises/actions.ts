import type { Target } from "../../../lib/model/target.ts";
import { isRefusal } from "../../../lib/model/refusal.ts";
import { tellDecision } from "../../../simulator/audit.ts";
import { applyEvent } from "../../../simulator/effects.ts";
import { tellMessage } from "../../../simulator/say.ts";
import { newMessageId } from "../../../simulator/sent.ts";
import { signCallback } from "../../../simulator/sign.ts";
import { inboundOf } from "../inbound.ts";
import { note } from "./coverage.ts";
import { bot } from "./lines.ts";
import type { Posted } from "./qq.ts";
import { qqIdOf, routes, session, targets } from "./routes.ts";
import type { Change, Post, QqFault, Speak } from "./steps.ts";
import type { World } from "./world.ts";

/** A delivery that a sender was promised. */
export type Promised = {
  readonly id: string;
  readonly target: string;
  readonly route: string;
  /** A mark of its own, or words that others have too. */
  readonly words: string;
  readonly alike: boolean;
  readonly at: number;
};

/** Everything a run has done so far that later steps or its judgement need. */
export type Story = {
  readonly world: World;
  readonly promised: Map<string, Promised>;
  serial: number;
  last: { readonly post: Post; readonly words: string; readonly id: string } | undefined;
  /** Ids of QQ's messages and audit ends that the relay took. */
  readonly taken: Set<string>;
  /** Messages in audit that a person will decide on. */
  readonly waiting: { readonly posted: Posted; readonly passed: boolean }[];
};

export const openStory = (world: World): Story => ({
  world,
  promised: new Map(),
  serial: 0,
  last: undefined,
  taken: new Set(),
  waiting: [],
});

const nextSerial = (story: Story): string => String((story.serial += 1)).padStart(6, "0");

/** Senders and QQ try so often when no answer comes. */
const tries = 3;

export async function post(story: Story, step: Post): Promise<void> {
  for (let count = 0; count < step.count; count += 1) {
    const serial = nextSerial(story);
    const words = step.alike ? `例行巡检${step.route}` : `k${serial}`;
    await postOne(story, step, words, `id-${serial}`);
  }
}

/** A sender that gets no answer, or an error, sends again under the same id. */
export async function postOne(story: Story, step: Post, words: string, id: string): Promise<void> {
  const { world, promised } = story;
  const { scene } = routes[step.route];
  const title = step.alike ? words : `${words} 磁盘快满了`;
  const body = JSON.stringify({ title, level: step.level, ...(step.key !== undefined && { key: step.key }) });
  story.last = { post: step, words, id };
  for (let left = tries; left > 0; left -= 1) {
    const headers = { "content-type": "application/json", "idempotency-key": id };
    const inbound = inboundOf({ path: `/${step.route}`, headers, body, at: new Date(world.now()) });
    const end = await world.call("accept", (lines, deadline) => lines.accept(scene, inbound, deadline));
    if (end.kind !== "answered") continue;
    if (isRefusal(end.answer) || "text" in end.answer) {
      world.violations.push({ kind: "refused", detail: JSON.stringify(end.answer) });
      return;
    }
    const { status, body: answer } = end.answer;
    if (status === 503) continue;
    if (status !== 202) {
      world.violations.push({ kind: "refused", detail: `${status} ${JSON.stringify(answer)}` });
      return;
    }
    for (const { id: delivery, target } of answer["deliveries"] as readonly { id: string; target: string }[]) {
      const key = `${target} ${delivery}`;
      const { route, alike } = step;
      if (!promised.has(key)) promised.set(key, { id: delivery, target, route, words, alike, at: world.now() });
    }
    return;
  }
}

type QqEvent = { readonly t: string; readonly id: string; readonly d: Readonly<Record<string, unknown>> };

/** Lets an event happen: QQ knows of it first, then tells the relay until that takes it. Whether it did. */
async function emit({ world }: Story, event: QqEvent): Promise<boolean> {
  applyEvent(world.qq.state, event, world.now());
  return tell(world, event);
}

async function tell(world: World, { t, id, d }: QqEvent): Promise<boolean> {
  const body = JSON.stringify({ op: 0, id, d, s: 1, t });
  for (let left = tries; left > 0; left -= 1) {
    const timestamp = String(Math.floor(world.now() / 1_000));
    const headers = {
      "x-bot-appid": bot.appId,
      "x-signature-timestamp": timestamp,
      "x-signature-ed25519": signCallback(bot.appSecret, timestamp, body),
    };
    const inbound = inboundOf({ path: "/events", headers, body, at: new Date(world.now()) });
    const end = await world.call("listen", (lines, deadline) => lines.listen(inbound, deadline));
    if (end.kind === "answered" && !isRefusal(end.answer) && end.answer.body["d"] === 0) return true;
  }
  return false;
}

/** Someone speaks to the bot; answers the message's id, and whether the relay took it. */
export async function speak(story: Story, { target: name, text, repeated }: Speak) {
  const { world } = story;
  const target: Target = targets[name];
  const serial = nextSerial(story);
  const user = target.scene === "dm" ? session.user : "member-1";
  const say = {
    scene: target.scene,
    target: qqIdOf(target),
    text,
    user,
    role: "owner" as const,
    mention: true,
    signature: "good" as const,
    msg_id: `M${serial}`,
    ...(target.scene === "channel" || target.scene === "dm" ? { guild: session.guild } : {}),
  };
  const { t, d, messageId } = tellMessage(say, world.qq.state, world.now());
  const event = { t, d, id: `${t}:${serial}` };
  const taken = await emit(story, event);
  if (taken) story.taken.add(messageId);
  if (taken && repeated) await tell(world, event);
  return { messageId, taken };
}

const names = {
  c2c: { allowed: "C2C_MSG_RECEIVE", denied: "C2C_MSG_REJECT", gone: "FRIEND_DEL", here: "FRIEND_ADD" },
  group: { allowed: "GROUP_MSG_RECEIVE", denied: "GROUP_MSG_REJECT", gone: "GROUP_DEL_ROBOT", here: "GROUP_ADD_ROBOT" },
} as const;

/** The owner's switch, or the bot leaves and comes back; in guilds only the latter is told. */
export async function change(story: Story, { target: name, to, late }: Change): Promise<void> {
  const { world } = story;
  const target: Target = targets[name];
  const id = nextSerial(story);
  const at = Math.floor(world.now() / 1_000) - late;
  if (target.scene === "c2c" || target.scene === "group") {
    const t = names[target.scene][to];
    const field = target.scene === "c2c" ? "openid" : "group_openid";
    await emit(story, { t, id: `${t}:${id}`, d: { [field]: target.id, timestamp: at } });
  } else if (target.scene === "channel" && (to === "gone" || to === "here")) {
    const t = to === "gone" ? "CHANNEL_DELETE" : "CHANNEL_CREATE";
    await emit(story, { t, id: `${t}:${id}`, d: { id: target.id, guild_id: session.guild, timestamp: at } });
  }
}

/** A person decides on a message. */
async function endAudit(story: Story, posted: Posted, passed: boolean): Promise<void> {
  const { world } = story;
  const id = posted.auditId ?? "";
  const audit = world.qq.state.audits.get(id);
  posted.auditId = undefined;
  if (!audit) return;
  world.qq.state.audits.delete(id);
  if (passed) posted.shown = true;
  else {
    posted.rejected = true;
    audit.refund();
  }
  note(world.coverage, `audit:${passed ? "passed" : "rejected"}`);
  const { t, d } = tellDecision(audit, passed ? newMessageId(false) : undefined, world.now());
  const taken = await tell(world, { t, d, id: `${t}:${id}` });
  if (taken) story.taken.add(id);
}

/** Every audit that is to end does so. */
export async function endAudits(story: Story): Promise<void> {
  for (const { posted, passed } of story.waiting.splice(0)) await endAudit(story, posted, passed);
}

/** What QQ does with the next sends. */
export function disturbQq(story: Story, fault: QqFault, times: number): void {
  const { world } = story;
  for (let left = times; left > 0; left -= 1) world.qq.faults.push(fault);
  if (fault.kind !== "audit") return;
  const { ends, early } = fault;
  world.setOnAudit(async (posted) => {
    if (ends === "never") return;
    if (early) await endAudit(story, posted, ends === "passed");
    else story.waiting.push({ posted, passed: ends === "passed" });
  });
}

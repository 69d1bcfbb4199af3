import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import type { Target } from "../../lib/model/target.ts";
import { readAdminToken } from "../../local/admin/admin-token.ts";
import type { Child } from "../local/child.ts";
import { type CrashRig, startCrashRig } from "../support/crash-rig.ts";
import { randomFrom } from "../support/random.ts";
import { sendTo } from "../support/requests.ts";
import type { Attempt } from "../support/rig.ts";

const user: Target = { scene: "c2c", id: "U1" };
const group: Target = { scene: "group", id: "G1" };
const silentGroup: Target = { scene: "group", id: "G2" };

/** One route sends by quota, which a kill may make it do twice; the other by replies, which QQ knows again. */
const routes: Routes = {
  told: { scene: "c2c", source: "generic", open: true, to: [user.id] },
  chat: { scene: "group", source: "generic", open: true, to: [group.id, silentGroup.id] },
};
const limits = { override: { c2c: { proactive: 100_000 }, group: { proactive: 0 } } };

/** Kills at random moments; the last one comes when all is accepted, so that the next start finds what is left by itself. */
const rounds = 5;

/** Webhooks of one round to each route, and how many senders post them at once. */
const perRound = 16;
const senders = 4;

const titlesOf = ({ body }: Attempt): readonly string[] =>
  String(body["content"]).match(/\b(?:push|chat)-\d+\b/g) ?? [];
const isTaken = ({ status }: Attempt): boolean => status === 200;

const statesOf = async (
  rig: CrashRig,
  child: Child,
  { scene, id }: Target,
): Promise<Readonly<Record<string, string>>> => {
  const headers = { authorization: `Bearer ${readAdminToken(rig.folder)}` };
  const response = await fetch(`${child.adminUrl()}/_relay/deliveries?scene=${scene}&target=${id}`, { headers });
  const list = (await response.json()) as readonly { readonly title: string; readonly state: string }[];
  return Object.fromEntries(list.map(({ title, state }) => [title, state]));
};

describe("a relay that is killed", () => {
  let rig: CrashRig;
  let queue: string[];
  let accepted: Set<string>;
  let made: number;
  beforeEach(async () => {
    rig = await startCrashRig(routes, { limits });
    await rig.sim("settings", { limits });
    await rig.sim("faults", { times: 100_000, delayMs: 10 });
    queue = [];
    accepted = new Set();
    made = 0;
  });
  afterEach(() => rig.stop());

  const enqueue = (): void => {
    for (let count = 0; count < perRound; count += 1, made += 1) queue.push(`push-${made}`, `chat-${made}`);
  };

  /** Senders that send again, at the next call, what was not answered with a 2xx. */
  const postAll = async (url: string): Promise<void> => {
    const sender = async (): Promise<void> => {
      for (let title = queue.shift(); title !== undefined; title = queue.shift()) {
        const path = title.startsWith("push") ? "/c2c/told" : "/group/chat";
        const headers = { "content-type": "application/json", "idempotency-key": title };
        const request = { path, headers, body: JSON.stringify({ title }) };
        const status = await sendTo(url, request).then(
          (answer) => answer.status,
          () => undefined,
        );
        if (status === 202) accepted.add(title);
        else {
          queue.push(title);
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: senders }, sender));
  };

  const all = (kind: "push" | "chat", state: string) =>
    Object.fromEntries(Array.from({ length: made }, (_, at) => [`${kind}-${at}`, state]));

  /** Everything that was answered with a 2xx has been sent, or is held where nothing may be sent. */
  const expectRest = async (child: Child): Promise<void> => {
    expect([queue, accepted.size]).toEqual([[], 2 * made]);
    const options = { timeout: 20_000, interval: 50 };
    await expect.poll(() => statesOf(rig, child, user), options).toEqual(all("push", "sent"));
    await expect.poll(() => statesOf(rig, child, group), options).toEqual(all("chat", "sent"));
    expect(await statesOf(rig, child, silentGroup)).toEqual(all("chat", "pending"));
    expect(await rig.attempts(silentGroup)).toEqual([]);
  };

  const told = async (target: Target): Promise<readonly Attempt[]> => (await rig.attempts(target)).filter(isTaken);

  it("loses nothing, and says twice only what it could not know to have been said", async () => {
    const random = randomFrom(20_261_121);
    const lastBeforeKill: (Attempt | undefined)[] = [];
    await rig.openWindows(group, 1);
    for (let round = 1; round <= rounds; round += 1) {
      const child = await rig.start();
      enqueue();
      const posting = postAll(child.url());
      await (round < rounds ? wait(20 + random() * 600) : posting);
      child.process.kill("SIGKILL");
      await Promise.all([child.exit, posting]);
      await rig.openWindows(group, 2);
      lastBeforeKill.push((await told(user)).at(-1));
    }
    await expectRest(await rig.start());

    const replies = (await told(group)).flatMap(titlesOf);
    expect(replies.toSorted()).toEqual(Object.keys(all("chat", "sent")).toSorted());
    const codes = new Set((await rig.attempts(group)).map(({ code }) => code));
    expect([...codes].filter((code) => code !== 0 && code !== 40054005)).toEqual([]);

    const pushes = await told(user);
    expect(new Set(pushes.flatMap(titlesOf))).toEqual(new Set(Object.keys(all("push", "sent"))));
    const again = pushes.filter((push, at) => {
      const later = new Set(pushes.slice(at + 1).flatMap(titlesOf));
      return titlesOf(push).some((title) => later.has(title));
    });
    const known = lastBeforeKill.map((push) => push?.body["content"]);
    expect(again.filter(({ body }) => !known.includes(body["content"]))).toEqual([]);
  }, 60_000);

  it("in order, by a signal, says nothing twice", async () => {
    const random = randomFrom(7);
    await rig.openWindows(group, 3);
    for (let round = 0; round < 2; round += 1) {
      const child = await rig.start();
      enqueue();
      const posting = postAll(child.url());
      await wait(50 + random() * 300);
      child.process.kill("SIGTERM");
      expect(await child.exit).toBe(0);
      await posting;
    }
    const child = await rig.start();
    await postAll(child.url());
    await expectRest(child);
    for (const [target, kind] of [
      [user, "push"],
      [group, "chat"],
    ] as const) {
      const titles = (await told(target)).flatMap(titlesOf);
      expect(titles.toSorted()).toEqual(Object.keys(all(kind, "sent")).toSorted());
      expect((await rig.attempts(target)).filter(({ code }) => code !== 0)).toEqual([]);
    }
  }, 60_000);
});

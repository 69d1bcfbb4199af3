import { setImmediate as immediate } from "node:timers/promises";
import { describe, expect } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";
import {
  branchEnd,
  created,
  failedRun,
  firstPush,
  lineComment,
  merge,
  pushTo,
  submitted,
  type Told,
} from "../support/one-act.ts";

const ids = { group: "G1", channel: "101" } as const;

type Scene = keyof typeof ids;

const scenes: readonly Scene[] = ["group", "channel"];

const runs = ["workflow_job", "check_run", "check_suite", "workflow_run"];
const routes: Routes = Object.fromEntries(
  scenes.flatMap((scene) => {
    const route = { scene, source: "github", open: true, to: [ids[scene]] } as const;
    return [
      [`${scene}-code`, route],
      [`${scene}-runs`, { ...route, only: runs }],
      [`${scene}-plain`, { ...route, source: "generic" }],
    ];
  }),
);

let sentSoFar = 0;

const it = lineTest(routes, { patient: true })
  .extend("send", ({ rig }) => async (scene: Scene, [event, body]: Told, route = "code") => {
    const headers = { "X-GitHub-Event": event, "X-GitHub-Delivery": `d-${(sentSoFar += 1)}` };
    return rig.post(`/${scene}/${scene}-${route}`, body, headers);
  })
  .extend("speak", ({ rig }) => async (scene: Scene) => {
    await rig.sim("say", { scene, target: ids[scene], text: "在吗", user: "3" });
    await rig.later(second);
  })
  // What was pushed, after as many units as there are messages.
  .extend("told", ({ rig }) => async (scene: Scene) => {
    const received = await rig.received(scene, ids[scene]);
    const { used } = await rig.store.readQuota({ kind: "target", target: { scene, id: ids[scene] } });
    const pushes = received.filter(({ permit }) => permit === "proactive");
    expect(Object.values(used).reduce((sum, count) => sum + count, 0)).toBe(pushes.length);
    return received.map(({ body }) => String(body["content"]));
  });

const settled = 20 * second;

const { push, closed, deleted } = merge("squash");

const acts: Readonly<Record<string, readonly [route: string, parts: readonly Told[], told: string]>> = {
  "a failed run": ["runs", failedRun(), "Tests 失败了"],
  "five line comments": ["code", [1, 2, 3, 4, 5].map((line) => lineComment(line)), "rename this 5"],
  "a review with its comments": [
    "code",
    [lineComment(1), submitted("changes_requested", "Look"), lineComment(2)],
    "Look",
  ],
  "a merge": ["code", [push, closed, deleted], "合并了"],
  "a new branch": ["code", [created("refunds"), firstPush("refs/heads/refunds", 2)], "2 个提交"],
};

describe.each(scenes)("%s, with nothing set", (scene) => {
  it.for(Object.entries(acts))(
    "%s is one message and one unit",
    async ([, [route, parts, said]], { rig, send, told }) => {
      for (const part of parts) await send(scene, part, route);
      await rig.later(settled);
      expect(await told(scene)).toEqual([expect.stringContaining(said)]);
    },
  );

  it.for(Object.entries(acts))(
    "%s is told once where it waited for someone to speak",
    async ([, [route, parts, said]], { rig, send, speak, told }) => {
      await speak(scene);
      await rig.later(10 * minute);
      // Takes what goes freely away.
      for (let at = 1; at <= 16; at += 1) {
        await send(scene, pushTo(`other-${at}`, 5));
        await rig.later(settled);
      }
      const before = (await told(scene)).length;
      for (const part of parts) {
        await send(scene, part, route);
        await rig.later(30 * second);
      }
      expect(await told(scene)).toHaveLength(before);
      await speak(scene);
      const texts = (await told(scene)).slice(before).join("\n");
      expect(texts.split(said.replace(/rename.*|Look/, "PR #8"))).toHaveLength(2);
      expect(await rig.store.countPending({ scene, id: ids[scene] })).toBe(0);
    },
  );

  it("a push that is due goes in time while one act follows another", async ({ rig, send, told }) => {
    for (let at = 1; at <= 60; at += 1) {
      await send(scene, created(`topic-${at}`));
      await rig.later(4 * second);
    }
    const [first] = await rig.received(scene, ids[scene]);
    expect((await told(scene)).length).toBeGreaterThan(0);
    expect(Date.parse(first?.at ?? "") - (rig.now() - 240 * second)).toBeLessThan(75 * second);
  });

  it("a sender that waits is told of its end at once, though something else settles", async ({ rig, send }) => {
    await send(scene, lineComment(1));
    await rig.later(second);
    const began = rig.now();
    const ended = new AbortController();
    const answer = rig
      .post(`/${scene}/${scene}-plain`, { title: "Backup done" }, { Prefer: "wait=10" })
      .finally(() => ended.abort());
    for (let looks = 0; !ended.signal.aborted; looks += 1) {
      await immediate();
      if (looks % 20 === 19) await rig.later(100);
    }
    expect((await answer).body.deliveries).toMatchObject([{ state: "sent" }]);
    const [first] = await rig.received(scene, ids[scene]);
    expect(Date.parse(first?.at ?? "") - began).toBeLessThan(3 * second);
  });

  it("a branch that was restored is told, though its first push was told lately", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    for (const each of [firstPush("refs/heads/refunds", 2), branchEnd("refunds"), created("refunds")]) {
      await send(scene, each);
      await rig.later(minute);
    }
    if (scene === "group") await speak(scene);
    expect((await told(scene)).join("\n")).toContain("新建了分支 refunds");
  });

  it("a branch that lived again ends with a word, though it lives and ends while nothing is told", async ({
    rig,
    send,
    speak,
    told,
  }) => {
    await send(scene, closed);
    await rig.later(settled);
    for (let at = 1; at <= 16; at += 1) {
      await send(scene, pushTo(`other-${at}`, 5));
      await rig.later(settled);
    }
    for (const each of [pushTo("refunds", 4), deleted]) {
      await send(scene, each);
      await rig.later(settled);
    }
    await speak(scene);
    expect((await told(scene)).at(-1)).toMatch(/refunds 推送了[^]*分支 refunds/);
  });

  it("a run that fails again is told, whatever of it comes first", async ({ rig, send, speak, told }) => {
    for (const each of failedRun()) {
      await send(scene, each, "runs");
      await rig.later(10 * second);
    }
    for (const each of failedRun({ attempt: 2 }).toReversed()) {
      await send(scene, each, "runs");
      await rig.later(10 * second);
    }
    if (scene === "group") await speak(scene);
    const texts = await told(scene);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain("pay/api:main 的 Tests 失败了");
  });
});

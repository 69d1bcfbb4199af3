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
  mergeKinds,
  permutations,
  pushTo,
  submitted,
  type Told,
} from "../support/one-act.ts";

const route = { scene: "group", source: "github", open: true, to: ["G1"], policy: { proactive: "always" } } as const;
const runs = ["workflow_job", "check_run", "check_suite", "workflow_run"];
const routes: Routes = {
  code: route,
  jobs: { ...route, only: ["workflow_job"] },
  runs: { ...route, only: runs },
  checks: { ...route, only: ["workflow_job", "check_run", "check_suite"] },
  pushes: { ...route, only: ["push"] },
  hasty: { ...route, policy: { settle: "0s" } },
};

let ids = 0;

const settled = 20 * second;

describe("what GitHub tells by several events", () => {
  const it = lineTest(routes, { patient: true })
    .extend("send", ({ rig }) => async ([event, body]: Told, path = "code", more: Record<string, string> = {}) => {
      const headers = { "X-GitHub-Event": event, "X-GitHub-Delivery": `d-${(ids += 1)}`, ...more };
      return rig.post(`/group/${path}`, body, headers);
    })
    .extend("told", ({ rig }) => async () => {
      const received = await rig.received("group", "G1");
      expect(received.every(({ permit }) => permit === "proactive")).toBe(true);
      const { used } = await rig.store.readQuota({ kind: "target", target: { scene: "group", id: "G1" } });
      expect(Object.values(used).reduce((sum, count) => sum + count, 0)).toBe(received.length);
      return received.map((attempt) => String(attempt.body["content"]));
    })
    .extend("states", ({ rig }) => async () => {
      const states = (await rig.deliveries("group", "G1")).toReversed().map(({ state }) => state);
      return states.join(" ");
    });

  describe("a failed run", () => {
    it("is told by its run, to a route that names nothing", async ({ rig, send, told }) => {
      for (const each of failedRun()) await send(each);
      await rig.later(settled);
      expect(await told()).toEqual([expect.stringContaining("pay/api:main 的 Tests 失败了")]);
    });

    it("does not wait where its run alone can tell it", async ({ rig, send, told }) => {
      for (const each of failedRun()) await send(each);
      await rig.later(0);
      expect(await told()).toHaveLength(1);
    });

    it("is told by its jobs to a route that names them, all in one message", async ({ rig, send, told, states }) => {
      for (const each of failedRun({ jobs: ["unit", "lint"] })) await send(each, "jobs");
      await rig.later(settled);
      const [text, ...others] = await told();
      expect(others).toEqual([]);
      expect(text).toContain("Tests / unit 失败了\n失败的步骤：npm run unit\nlint · 失败的步骤：npm run lint\n");
      expect(await states()).toBe("sent folded");
    });

    it.for(permutations(failedRun()))(
      "is told once, whatever comes first: %#",
      async (order, { rig, send, told, states }) => {
        for (const each of order) await send(each, "runs");
        await rig.later(settled);
        const [text, ...others] = await told();
        expect(others).toEqual([]);
        expect(text).toContain("pay/api:main 的 Tests 失败了\nunit · 失败的步骤：npm run unit\nhttps:");
        expect((await states()).match(/folded/g)).toHaveLength(3);
      },
    );

    it.for(permutations(failedRun().slice(0, 3)))(
      "is told once by its job where nobody asks for the run: %#",
      async (order, { rig, send, told }) => {
        for (const each of order) await send(each, "checks");
        await rig.later(settled);
        expect(await told()).toEqual([
          expect.stringContaining("Tests / unit 失败了\n失败的步骤：npm run unit\nhttps:"),
        ]);
      },
    );

    it("is told once as it goes on: the job stands for all that ends after it", async ({ rig, send, told, states }) => {
      for (const each of failedRun()) {
        await send(each, "runs");
        await rig.later(30 * second);
      }
      expect(await told()).toEqual([expect.stringContaining("Tests / unit 失败了")]);
      expect(await states()).toBe("sent folded folded folded");
    });

    it("is told again when it was run again", async ({ rig, send, told }) => {
      for (const attempt of [1, 2]) {
        for (const each of failedRun({ attempt })) await send(each, "runs");
        await rig.later(minute);
      }
      expect(await told()).toHaveLength(2);
    });

    it("leaves another workflow's failure over the same commit to itself", async ({ rig, send, told }) => {
      for (const each of [...failedRun(), ...failedRun({ run: 72, name: "Lint" })]) await send(each, "runs");
      await rig.later(settled);
      expect(await told()).toHaveLength(2);
    });
  });

  describe("a review", () => {
    const comments = [1, 2, 3, 4, 5].map((line) => lineComment(line));

    it("is told with all its comments in one message", async ({ rig, send, told, states }) => {
      for (const each of comments) await send(each);
      await rig.later(0);
      expect(await told()).toEqual([]);
      await rig.later(settled);
      const [text, ...others] = await told();
      expect(others).toEqual([]);
      expect(text?.match(/rename this \d/g)).toEqual([1, 2, 3, 4, 5].map((line) => `rename this ${line}`));
      expect(text?.match(/lin 评论了/g)).toHaveLength(1);
      expect(await states()).toBe("sent folded folded folded folded");
    });

    it("is told as what it says where it says something", async ({ rig, send, told }) => {
      const [first, ...rest] = comments;
      for (const each of [...(first ? [first] : []), submitted("changes_requested", "Please look"), ...rest])
        await send(each);
      await rig.later(settled);
      const [text, ...others] = await told();
      expect(others).toEqual([]);
      expect(text).toContain("lin 要求修改 pay/api 的 PR #8：Refunds\nPlease look\nsrc/pay.ts:1\nrename this 1\n");
      expect(text?.match(/rename this \d/g)).toHaveLength(5);
    });

    it("is kept apart from another", async ({ rig, send, told }) => {
      await send(lineComment(1, 5));
      await send(lineComment(2, 6));
      await rig.later(settled);
      expect(await told()).toHaveLength(2);
    });

    it("is told on when a comment comes late", async ({ rig, send, told }) => {
      for (const line of [1, 2]) {
        await send(lineComment(line));
        await rig.later(30 * second);
      }
      expect(await told()).toHaveLength(2);
    });
  });

  describe("a merge", () => {
    describe.each(mergeKinds)("(%s)", (kind) => {
      const { push, closed, deleted } = merge(kind);

      it.for(permutations([push, closed, deleted]))("is told once: %#", async (order, { rig, send, told, states }) => {
        for (const each of order) await send(each);
        await rig.later(settled);
        const [text, ...others] = await told();
        expect(others).toEqual([]);
        expect(text).toContain("lin 合并了 pay/api 的 PR #8：Refunds\nmain ← refunds · +8 −2 · 3 个文件");
        expect(text?.includes("9999999 two")).toBe(kind === "rebase");
        expect((await states()).match(/folded/g)).toHaveLength(2);
      });

      it("is told once where the branch is cleared away days later", async ({ rig, send, told }) => {
        for (const each of [push, closed]) await send(each);
        await rig.later(3 * 24 * 60 * minute);
        await send(deleted);
        await rig.later(settled);
        expect(await told()).toHaveLength(1);
      });

      it("is told once where the push comes late", async ({ rig, send, told, states }) => {
        await send(closed);
        await rig.later(30 * second);
        await send(push);
        await rig.later(settled);
        expect(await told()).toHaveLength(1);
        expect(await states()).toBe("sent folded");
      });
    });

    const { push, closed, deleted } = merge("merge");

    it("is told after its push where it comes late, and its branch's end is silent", async ({ rig, send, told }) => {
      for (const each of [push, closed, deleted]) {
        await send(each);
        await rig.later(30 * second);
      }
      expect(await told()).toEqual([expect.stringContaining("推送了"), expect.stringContaining("合并了")]);
    });

    it("is not what the end of another branch is", async ({ rig, send, told }) => {
      for (const each of [closed, branchEnd("other")]) await send(each);
      await rig.later(settled);
      expect(await told()).toHaveLength(2);
    });

    it("is not what the end of a branch is that lived again", async ({ rig, send, told }) => {
      for (const each of [closed, pushTo("refunds", 4), deleted]) {
        await send(each);
        await rig.later(30 * second);
      }
      expect(await told()).toHaveLength(3);
    });

    it("is no reason to wait for a route that hears of pushes alone", async ({ rig, send, told }) => {
      await send(push, "pushes");
      await rig.later(0);
      expect(await told()).toHaveLength(1);
    });

    it("is told by what comes when it comes, where the route does not wait", async ({ rig, send, told }) => {
      for (const each of [closed, push, deleted]) {
        await send(each, "hasty");
        await rig.later(0);
      }
      expect(await told()).toHaveLength(1);
    });

    it("changes nothing when GitHub sends a part of it again", async ({ rig, send, told, states }) => {
      const again = { "X-GitHub-Delivery": "the-push" };
      await send(closed);
      await send(push, "code", again);
      await rig.later(settled);
      expect((await send(push, "code", again)).body.deliveries).toMatchObject([{ state: "repeated" }]);
      await rig.later(settled);
      expect(await told()).toHaveLength(1);
      expect(await states()).toBe("sent folded");
    });
  });

  describe("a new branch", () => {
    it.for(permutations([created("refunds"), firstPush("refs/heads/refunds", 2)]))(
      "is told once, with its commits: %#",
      async (order, { rig, send, told }) => {
        for (const each of order) await send(each);
        await rig.later(settled);
        expect(await told()).toEqual([expect.stringContaining("lin 向新分支 pay/api:refunds 推送了 2 个提交")]);
      },
    );

    it("is told once where it has no commits of its own, or is a tag", async ({ rig, send, told }) => {
      for (const each of [created("bare"), firstPush("refs/heads/bare", 0)]) await send(each);
      for (const each of [firstPush("refs/tags/v1", 1), created("v1", "tag")]) await send(each);
      await rig.later(settled);
      expect(await told()).toEqual([expect.stringContaining("标签 v1"), expect.stringContaining("分支 bare")]);
    });

    it("says nothing more when its creation comes late", async ({ rig, send, told }) => {
      for (const each of [firstPush("refs/heads/refunds", 2), created("refunds")]) {
        await send(each);
        await rig.later(30 * second);
      }
      expect(await told()).toHaveLength(1);
    });

    it("is told again when it was taken away and made anew", async ({ rig, send, told }) => {
      for (const each of [firstPush("refs/heads/refunds", 2), branchEnd("refunds"), created("refunds")]) {
        await send(each);
        await rig.later(20 * minute);
      }
      expect(await told()).toHaveLength(3);
    });
  });

  describe("while it waits", () => {
    it("a pass sees what comes meanwhile, and what need not wait goes at once", async ({ rig, send, told }) => {
      const { push, closed } = merge("squash");
      await send(push);
      await rig.later(2 * second);
      await send(created("v1", "tag"));
      await rig.later(second);
      expect(await told()).toEqual([expect.stringContaining("标签 v1")]);
      await send(closed);
      await rig.later(2 * second);
      expect(await told()).toHaveLength(1);
      await rig.later(5 * second);
      expect(await told()).toHaveLength(2);
    });

    it("a sender that waits for the end is told of it at once", async ({ rig, send, told }) => {
      const began = rig.now();
      const answer = await send(lineComment(1), "code", { Prefer: "wait=10" });
      expect(answer.body.deliveries).toMatchObject([{ state: "sent" }]);
      expect(rig.now()).toBe(began);
      expect(await told()).toHaveLength(1);
    });
  });
});

import { describe, expect } from "vitest";
import type { Form } from "../../lib/model/form.ts";
import { presets } from "../../lib/model/limits.ts";
import type { Routes } from "../../lib/model/route.ts";
import { sceneNames, scenes } from "../../lib/model/scene.ts";
import type { Target } from "../../lib/model/target.ts";
import { lineTest } from "../support/line-fixtures.ts";

const ids = { c2c: "U1", group: "G1", channel: "101", dm: "201" } as const;

const routes: Routes = Object.fromEntries(
  sceneNames.flatMap((scene) =>
    (["text", "markdown", "ark"] as const).map((form: Form) => [
      `${scene}-${form}`,
      { scene, source: "generic", open: true, to: [ids[scene]], form, policy: { proactive: "always" } },
    ]),
  ),
);

/** How many proactive messages QQ takes from one target within one period: the published limits. */
const quota = { c2c: 4, group: 4, channel: 20, dm: 2 } as const;

const nextPeriod = {
  c2c: "2026-12-01T00:00:00+08:00",
  group: "2026-12-01T00:00:00+08:00",
  channel: "2026-11-22T00:00:00+08:00",
  dm: "2026-11-22T00:00:00+08:00",
} as const;

describe.each(sceneNames)("scene %s over HTTP", (scene) => {
  const id = ids[scene];
  const target: Target = { scene, id };
  const max = quota[scene];
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (count: number, form: Form = "text", from = 1) => {
      for (let at = from; at < from + count; at += 1) {
        const { status } = await rig.post(`/${scene}/${scene}-${form}`, { title: `第 ${at} 条`, text: "磁盘 93%" });
        expect(status).toBe(202);
      }
      await rig.relay.idle();
    })
    .extend(
      "codes",
      ({ rig }) =>
        async () =>
          (await rig.attempts(scene, id)).map((attempt) => attempt.code),
    );

  it.for([
    ["text", scenes[scene].wire === "v2" ? { msg_type: 0 } : { content: expect.stringContaining("第 1 条") }],
    ["markdown", { markdown: { content: expect.stringContaining("第 1 条") } }],
    ["ark", { ark: { template_id: 23, kv: expect.any(Array) } }],
  ] as const)("is taken as %s", async ([form, body], { rig, send }) => {
    await send(1, form);
    const [message, ...more] = await rig.received(scene, id);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ permit: "proactive", body });
  });

  it("sends the quota's last message and holds the next, without an attempt, until the period rolls over", async ({
    rig,
    send,
  }) => {
    await send(max + 2);
    expect(await rig.received(scene, id)).toHaveLength(max);
    expect(await rig.attempts(scene, id)).toHaveLength(max);
    const states = (await rig.deliveries(scene, id)).map((delivery) => delivery.state);
    expect(states.filter((state) => state === "pending")).toHaveLength(2);

    rig.setTime(Date.parse(nextPeriod[scene]) - 1);
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await rig.attempts(scene, id)).toHaveLength(max);

    rig.setTime(Date.parse(nextPeriod[scene]));
    await rig.relay.sweep();
    await rig.relay.idle();
    const [together, ...more] = (await rig.received(scene, id)).slice(max);
    expect(more).toEqual([]);
    expect(JSON.stringify(together?.body)).toMatch(new RegExp(`第 ${max + 1} 条.*第 ${max + 2} 条`));
    expect((await rig.deliveries(scene, id)).map((delivery) => delivery.state)).not.toContain("pending");
  });

  it("uses a reply window before quota", async ({ rig, send }) => {
    const msgId = await rig.say(scene, id);
    await send(1);
    expect((await rig.received(scene, id)).map((message) => message.body["msg_id"])).toEqual([msgId]);
    expect((await rig.store.load(target, rig.now())).quota.used).toEqual({});
  });

  it("sends a window's last reply and does not try the next", async ({ rig, send, codes }) => {
    await send(max);
    const { reply } = presets.published[scene];
    await rig.say(scene, id);
    // The last ones are kept until the sweep might be late for what waits.
    rig.setTime(rig.now() + (reply.minutes - 2) * 60_000);
    for (let at = 1; at <= 7; at += 1) await send(1, "text", max + at);
    const replies = (await rig.attempts(scene, id)).slice(max);
    if (reply.times === null) expect(replies).toHaveLength(7);
    else {
      expect(replies.map((each) => each.body["msg_seq"])).toEqual([1, 2, 3, 4, 5]);
      expect((await codes()).every((code) => code === 0)).toBe(true);
    }
    const held = (await rig.deliveries(scene, id)).filter((delivery) => delivery.state === "pending");
    expect(held).toHaveLength(reply.times === null ? 0 : 2);
  });

  it("holds again after the window has closed", async ({ rig, send }) => {
    await send(max);
    const { reply } = presets.published[scene];
    await rig.say(scene, id);
    rig.setTime(rig.now() + reply.minutes * 60_000 - 29_000);
    await send(1, "text", max + 1);
    expect(await rig.attempts(scene, id)).toHaveLength(max);
  });
});

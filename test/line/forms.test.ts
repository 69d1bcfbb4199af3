import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { type SceneName, sceneNames, scenes } from "../../lib/model/scene.ts";
import { codes } from "../../lib/qq/codes.ts";
import { lineTest } from "../support/line-fixtures.ts";
import { mentionsOnWire } from "../support/scan-wire.ts";

const ids = { c2c: "U1", group: "G1", channel: "101", dm: "201" } as const;

const routes: Routes = Object.fromEntries(
  sceneNames.flatMap((scene) =>
    (["text", "markdown", "ark"] as const).map((form) => [
      `${scene}-${form}`,
      { scene, source: "generic", open: true, to: [ids[scene]], form, ...(form === "markdown" && { buttons: true }) },
    ]),
  ),
);

const plenty = { override: Object.fromEntries(sceneNames.map((scene) => [scene, { proactive: 1_000 }])) };

const picture = "https://img.example.com/panel.png";

const notice = {
  title: "磁盘快满了",
  text: "看 https://github.com/octo/app 和 main.go",
  link: "https://github.com/octo",
};

/** Codes whose message can be repaired, in a form that their repair changes. */
const repairable = Object.entries(codes)
  .filter(([, meaning]) => meaning.as === "fix" && !meaning.repair?.includes("media"))
  .map(([code, meaning]) => {
    const { repair = [] } = meaning as { readonly repair?: readonly string[] };
    const form = repair[0] === "text" || repair[0] === "keyboard" ? "markdown" : "ark";
    return [Number(code), repair.includes("everyone") ? "text" : form, repair.join(" ")] as const;
  })
  .filter(([, , repair]) => repair !== "everyone");

const permanent = Object.entries(codes)
  .filter(([, meaning]) => meaning.as === "dead")
  .map(([code]) => Number(code));

describe("forms and what QQ says to them", () => {
  const it = lineTest(routes, { settings: { limits: plenty }, qq: { limits: plenty } })
    .extend("send", ({ rig }) => async (scene: SceneName, form: string, body: object = notice) => {
      expect((await rig.post(`/${scene}/${scene}-${form}`, body)).status).toBe(202);
      await rig.relay.idle();
    })
    .extend(
      "attemptCodes",
      ({ rig }) =>
        async (scene: SceneName) =>
          (await rig.attempts(scene, ids[scene])).map((each) => each.code),
    )
    .extend(
      "newest",
      ({ rig }) =>
        async (scene: SceneName) =>
          (await rig.deliveries(scene, ids[scene]))[0],
    );

  it("repairs what can be repaired, once each, and logs the step", async ({ rig, send, newest }) => {
    expect(repairable.length).toBeGreaterThan(20);
    for (const [code, form, repair] of repairable) {
      await rig.sim("faults", { times: 1, code });
      await send("group", form, { ...notice, title: `${notice.title} ${code}` });
      const delivery = await newest("group");
      expect([code, repair, delivery?.state]).toEqual([code, repair, "sent"]);
      expect(delivery?.last?.steps?.[0]).toMatch(new RegExp(`^${code} `));
      await rig.store.changeState({ scene: "group", id: ids.group }, { downgrades: null });
    }
    expect(await rig.received("group", ids.group)).toHaveLength(repairable.length);
  }, 60_000);

  it("fails visibly what is refused for good, with QQ's code, message and trace id", async ({ rig, send, newest }) => {
    expect(permanent.length).toBeGreaterThan(5);
    for (const code of permanent) {
      await rig.sim("faults", { times: 1, code });
      await send("group", "text", { title: `不行 ${code}` });
      expect(await newest("group")).toMatchObject({
        state: "failed",
        last: { code, message: expect.stringMatching(/./), traceId: expect.stringMatching(/./) },
      });
    }
  }, 60_000);

  it("begins the next message as the last one that was taken, and tries the full form again after a day", async ({
    rig,
    send,
    attemptCodes,
  }) => {
    await rig.sim("faults", { times: 1, code: 304036 });
    await send("group", "markdown");
    await send("group", "markdown", { title: "第二条" });
    expect(await attemptCodes("group")).toEqual([304036, 0, 0]);
    const bodies = (await rig.attempts("group", ids.group)).map((each) => each.body["msg_type"]);
    expect(bodies).toEqual([2, 0, 0]);
    rig.setTime(rig.now() + 24 * 3_600_000);
    await send("group", "markdown", { title: "第二天" });
    expect((await rig.attempts("group", ids.group)).at(-1)?.body["msg_type"]).toBe(2);
  });

  it("gets a message through QQ's own check of links", async ({ rig, send, newest }) => {
    await rig.sim("settings", { urlRule: true });
    for (const scene of sceneNames) {
      await send(scene, "text");
      expect([scene, (await newest(scene))?.state]).toEqual([scene, "sent"]);
    }
  });

  it("shows buttons below Markdown, and drops them where QQ takes none", async ({ rig, send }) => {
    await send("group", "markdown");
    await rig.sim("faults", { times: 1, code: 304057 });
    await send("group", "markdown", { title: "没有按钮", link: "https://example.com" });
    const [first, refused, second] = await rig.attempts("group", ids.group);
    expect(first?.body).toHaveProperty("keyboard");
    expect(refused).toMatchObject({ code: 304057 });
    expect(second?.body).not.toHaveProperty("keyboard");
    expect(second?.body).toHaveProperty("markdown");
  });

  it("opens a window by a press of its button, and answers there", async ({ rig, send }) => {
    await send("group", "markdown");
    const [message] = await rig.attempts("group", ids.group);
    expect(JSON.stringify(message?.body["keyboard"])).toContain('"data":"digest"');
    await rig.sim("event", {
      t: "INTERACTION_CREATE",
      d: {
        id: "interaction-1",
        type: 11,
        chat_type: 1,
        scene: "group",
        group_openid: ids.group,
        group_member_openid: "m",
        timestamp: new Date(rig.now()).toISOString(),
        data: { type: 11, resolved: { button_id: "more", button_data: "digest" } },
      },
    });
    await rig.relay.idle();
    expect((await rig.attempts("group", ids.group)).at(-1)).toMatchObject({ code: 0, permit: "event" });
    const interactions = await (await fetch(`${rig.simulatorUrl}/_sim/interactions`)).json();
    expect(JSON.stringify(interactions)).toContain("interaction-1");
  });

  describe("a picture", () => {
    const isPicture = (scene: SceneName, body: Readonly<Record<string, unknown>> | undefined) =>
      scenes[scene].wire === "v2" ? body?.["msg_type"] === 7 : body?.["image"] !== undefined;

    it.for(sceneNames)("goes with its words in scene %s", async (scene, { rig, send }) => {
      await send(scene, "text", { ...notice, image: picture });
      const [message, ...more] = await rig.received(scene, ids[scene]);
      expect(more).toEqual([]);
      expect(isPicture(scene, message?.body)).toBe(true);
      expect(String(message?.body["content"])).toContain("磁盘快满了");
    });

    it.for(["channel", "dm"] as const)(
      "mentions no one by its address in %s, which stays the same",
      async (scene, { rig, send }) => {
        const image = "https://img.example.com/@all/@everyone.png?q=;@1";
        await send(scene, "text", { ...notice, image });
        const [message] = await rig.received(scene, ids[scene]);
        expect(message?.body["image"]).toBe("https://img.example.com/%40all/%40everyone.png?q=%3B%401");
        expect(mentionsOnWire(message?.body, [])).toEqual([]);
      },
    );

    it.for(sceneNames)(
      "outlasts 304082 twice and 304083 once in %s",
      async (scene, { rig, send, attemptCodes, newest }) => {
        await rig.sim("faults", { times: 2, code: 304082 });
        await rig.sim("faults", { times: 1, code: 304083 });
        await send(scene, "text", { ...notice, image: picture });
        expect(await attemptCodes(scene)).toEqual([304082, 304082, 304083, 0]);
        const [message] = await rig.received(scene, ids[scene]);
        expect(isPicture(scene, message?.body)).toBe(true);
        const second = scenes[scene].wire === "v2" ? "picture anew" : "again";
        expect((await newest(scene))?.last?.steps).toEqual(["304082 again", `304082 ${second}`, "304083 again"]);
      },
    );

    it.for(sceneNames)(
      "is left out in %s when QQ cannot take it, and the words still arrive",
      async (scene, { rig, send }) => {
        const refusal = {
          v2: { times: 20, code: 850019, match: "/files" },
          guild: { times: 1, code: 304020 },
        };
        await rig.sim("faults", refusal[scenes[scene].wire]);
        await send(scene, "text", { ...notice, image: picture });
        const [message, ...more] = await rig.received(scene, ids[scene]);
        expect(more).toEqual([]);
        expect(isPicture(scene, message?.body)).toBe(false);
        expect(String(message?.body["content"])).toContain("磁盘快满了");
      },
    );

    it.for([
      "http://127.0.0.1/a.png",
      "http://2130706433/a.png",
      "http://0177.0.0.1/a.png",
      "http://0x7f.1/a.png",
      "http://[::1]/a.png",
      "http://[::ffff:169.254.169.254]/latest",
      "http://169.254.169.254/latest/meta-data",
      "http://10.0.0.8/a.png",
      "https://admin.internal/a.png",
      "https://user:pass@img.example.com/a.png",
      "http://img.example.com:22/a.png",
      "file:///etc/passwd",
      "ftp://img.example.com/a.png",
      "data:text/html;base64,PGI+",
    ])("from %s is refused, and the message still arrives without it", async (image, { rig, send }) => {
      for (const scene of ["group", "channel"] as const) {
        await send(scene, "text", { ...notice, image });
        const attempts = await rig.attempts(scene, ids[scene]);
        expect(attempts.map((each) => each.code)).toEqual([0]);
        expect(isPicture(scene, attempts[0]?.body)).toBe(false);
      }
    });
  });
});

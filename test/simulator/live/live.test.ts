import { describe, expect } from "vitest";
import type { Overview, Shown } from "../../../simulator/live/view.ts";
import { simTest } from "../sim-test.ts";
import { minutes, textFor } from "../sim.ts";

type Told = { readonly fresh: boolean; readonly entries: readonly Shown[] };

/** A page that looks on at a conversation: what it is told, of each kind in order. */
const test = simTest.extend("look", ({ sim }, { onCleanup }) => {
  const ended = new AbortController();
  onCleanup(() => ended.abort());
  return async (query = "?scene=group&target=T") => {
    const response = await fetch(`${sim.url}/_sim/live${query}`, { signal: ended.signal });
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
    const told: Record<string, unknown[]> = { overview: [], entries: [] };
    let rest = "";
    const read = async (): Promise<void> => {
      const { value = "" } = await reader.read();
      const frames = (rest + value).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const [, event = "", data = ""] = /^event: (\w+)\ndata: (.*)$/s.exec(frame) ?? [];
        told[event]?.push(JSON.parse(data));
      }
    };
    const next =
      <Data>(kind: "overview" | "entries") =>
      async (fits: (data: Data) => boolean = () => true): Promise<Data> => {
        for (;;) {
          const one = told[kind]?.shift() as Data | undefined;
          if (one === undefined) await read();
          else if (fits(one)) return one;
        }
      };
    return { overview: next<Overview>("overview"), entries: next<Told>("entries") };
  };
});

describe("a page that looks on", () => {
  test("is told where things are, then what is new and what changed", async ({ sim, look }) => {
    await sim.send("group", textFor("group"));
    const page = await look();
    expect((await page.overview()).here?.counts).toMatchObject([{ id: "target-month", used: 1, max: 4 }]);
    const { fresh, entries } = await page.entries();
    expect([fresh, entries.map(({ kind }) => kind)]).toEqual([true, ["sent"]]);

    const msg_id = await sim.say("group", "T", { user: "U", text: "状态" });
    const said = await page.entries((told) =>
      told.entries.some((one) => one.kind === "said" && one.relayStatus === null),
    );
    expect(said).toMatchObject({ fresh: false, entries: [{ kind: "said", n: 2, user: "U", text: "状态", msg_id }] });
    const { here } = await page.overview((told) => told.here?.windows.length === 1);
    const closesAt = new Date(Date.parse("2026-11-21T10:05:00+08:00")).toISOString();
    expect(here?.windows).toEqual([{ kind: "msg", id: msg_id, closesAt, used: 0, times: 5 }]);
  });

  test("is told of a message that changes later: recalled, or decided on", async ({ sim, look }) => {
    const { body } = await sim.send("group", textFor("group"));
    const page = await look();
    await page.entries();
    await sim.call("DELETE", `/v2/groups/T/messages/${String(body["id"])}`);
    expect((await page.entries()).entries).toMatchObject([{ n: 1, recalled: true }]);

    await sim.control("settings", { audit: true });
    await sim.send("channel", textFor("channel"));
    const other = await look("?scene=channel&target=T");
    const [waiting] = (await other.entries()).entries;
    expect(waiting).toMatchObject({ audit: "waiting", code: 304023, message: expect.stringContaining("audit") });
    const audit_id = waiting?.kind === "sent" ? waiting.audit_id : "";
    expect((await other.overview()).audits).toEqual([{ id: audit_id, scene: "channel", target: "T" }]);
    await sim.control("audit", { audit_id, pass: true });
    expect((await other.entries()).entries).toMatchObject([{ n: waiting?.n, audit: "pass" }]);
  });

  test("hears nothing of other conversations, but that they are there", async ({ sim, look }) => {
    const page = await look();
    expect((await page.entries()).entries).toEqual([]);
    await sim.send("c2c", textFor("c2c"), "U");
    const { conversations } = await page.overview((told) => told.conversations.length > 0);
    expect(conversations).toEqual([{ scene: "c2c", id: "U", at: "2026-11-21T02:00:00.000Z" }]);
    await sim.send("group", textFor("group"));
    expect((await page.entries()).entries).toHaveLength(1);
  });

  test("begins anew after a reset", async ({ sim, look }) => {
    await sim.send("group", textFor("group"));
    const page = await look();
    await page.entries();
    await sim.control("reset");
    expect(await page.entries()).toEqual({ fresh: true, entries: [] });
  });

  test("sees a window close as time goes by", async ({ sim, look }) => {
    await sim.say("group");
    const page = await look();
    await page.overview((told) => told.here?.windows.length === 1);
    sim.pass(minutes(5));
    await page.overview((told) => told.here?.windows.length === 0);
  });

  test("is one of thirty-two at most", async ({ sim, look }) => {
    const pages = await Promise.all(Array.from({ length: 32 }, () => look("")));
    expect(pages).toHaveLength(32);
    expect(await sim.call("GET", "/_sim/live")).toMatchObject({ status: 503 });
  });
});

describe("events of a conversation", () => {
  const happenings = async (page: { readonly entries: () => Promise<Told> }) =>
    (await page.entries()).entries.filter(({ kind }) => kind !== "sent");

  test("are told by QQ's name; a message that was no `say` with its words", async ({ sim, look }) => {
    await sim.event("GROUP_MSG_REJECT", { group_openid: "T" });
    await sim.event("GROUP_AT_MESSAGE_CREATE", { group_openid: "T", id: "m1", content: "hi", author: { id: "U" } });
    const page = await look();
    expect(await happenings(page)).toMatchObject([
      { kind: "happened", t: "GROUP_MSG_REJECT" },
      { kind: "happened", t: "GROUP_AT_MESSAGE_CREATE", text: "hi", msg_id: "m1" },
    ]);
  });

  test("a button that is pressed opens a window, and is acknowledged once", async ({ sim, look }) => {
    const press = { scene: "group", target: "T", button_id: "1", button_data: "more" };
    const { body } = await sim.control("press", press);
    const page = await look();
    const { here } = await page.overview();
    expect(here?.windows).toMatchObject([{ kind: "event", id: body["id"], used: 0, times: 5 }]);
    expect(await happenings(page)).toMatchObject([{ button: "more", acknowledged: null }]);
    await sim.call("PUT", `/interactions/${String(body["interaction"])}`, { code: 0 });
    expect(await happenings(page)).toMatchObject([{ button: "more", acknowledged: 0 }]);
    const reply = textFor("group", { event_id: body["id"] });
    expect((await sim.send("group", reply)).status).toBe(200);
  });
});
